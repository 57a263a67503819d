package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.prover.ProverSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Asks the service what any client could ask, over HTTP. */
@ApplicationScoped
class LoopbackClient {

  private final WebClient client;
  private final ProverSettings settings;
  private final OwnAddress own;

  LoopbackClient(Vertx vertx, ProverSettings settings, OwnAddress own) {
    this.client =
        WebClient.create(
            vertx, new WebClientOptions().setFollowRedirects(false).setUserAgent("aegisx-prover"));
    this.settings = settings;
    this.own = own;
  }

  Uni<Answer> send(Question question) {
    String address = own.get().resolve(question.path()).toString();
    var request =
        client
            .requestAbs(HttpMethod.valueOf(question.method()), address)
            .timeout(settings.timeout().toMillis());
    question.headers().forEach(request::putHeader);
    question.host().ifPresent(request::virtualHost);
    return question
        .body()
        .map(body -> request.sendBuffer(Buffer.buffer(body)))
        .orElseGet(request::send)
        .map(LoopbackClient::answer);
  }

  private static Answer answer(HttpResponse<Buffer> response) {
    String body = response.bodyAsString();
    return new Answer(response.statusCode(), body == null ? "" : body);
  }

  /** What came back. */
  record Answer(int status, String body) {

    boolean hasCode(String code) {
      return body.contains("\"code\":\"" + code + "\"");
    }

    boolean isOutage() {
      return status >= 500 || status == 429;
    }
  }

  /** What to ask. */
  record Question(
      String method,
      String path,
      java.util.Optional<String> host,
      Map<String, String> headers,
      java.util.Optional<String> body) {}
}
