package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.prover.ProverSettings;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.util.Map;

/** Asks the service what any client could ask, over HTTP. */
@ApplicationScoped
class LoopbackClient {

  private final WebClient client;
  private final ProverSettings settings;
  private final Instance<HttpServer> server;

  LoopbackClient(Vertx vertx, ProverSettings settings, Instance<HttpServer> server) {
    this.client =
        WebClient.create(
            vertx, new WebClientOptions().setFollowRedirects(false).setUserAgent("aegisx-prover"));
    this.settings = settings;
    this.server = server;
  }

  Uni<Answer> send(Question question) {
    URI address = settings.address().orElseGet(() -> server.get().getLocalBaseUri());
    var request =
        client
            .requestAbs(
                HttpMethod.valueOf(question.method()), address.resolve(question.path()).toString())
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
