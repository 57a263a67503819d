package io.aegisx.tenancy.encryption.kms.vault;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import java.util.Optional;

/** Posts JSON to Vault's HTTP API. */
final class VaultClient {

  private static final int OK = 200;
  private static final int NOTHING = 204;

  private final HttpClient http;
  private final VaultSettings settings;
  private final String address;

  VaultClient(Vertx vertx, VaultSettings settings) {
    this.settings = settings;
    this.address = settings.address().orElseThrow().replaceAll("/+$", "");
    this.http = vertx.createHttpClient(options(settings));
  }

  private static HttpClientOptions options(VaultSettings settings) {
    HttpClientOptions options =
        new HttpClientOptions().setConnectTimeout((int) settings.timeout().toMillis());
    settings
        .caFile()
        .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
    return options;
  }

  /** Fails with {@link RefusedException} for every answer but a good one. */
  Uni<JsonObject> post(String path, Optional<String> token, JsonObject body) {
    return Uni.createFrom()
        .completionStage(() -> send(path, token, body).toCompletionStage())
        .ifNoItem()
        .after(settings.timeout())
        .fail();
  }

  private Future<JsonObject> send(String path, Optional<String> token, JsonObject body) {
    RequestOptions target =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(address + "/v1/" + path)
            .setTimeout(settings.timeout().toMillis())
            .putHeader("X-Vault-Request", "true")
            .putHeader("Content-Type", "application/json");
    token.ifPresent(value -> target.putHeader("X-Vault-Token", value));
    settings.namespace().ifPresent(value -> target.putHeader("X-Vault-Namespace", value));
    return http.request(target)
        .compose(request -> exchange(request, body.toBuffer()))
        .compose(answer -> answer.body().map(content -> read(answer.statusCode(), content)));
  }

  private static Future<HttpClientResponse> exchange(HttpClientRequest request, Buffer body) {
    return request.send(body);
  }

  private static JsonObject read(int status, Buffer content) {
    if (status != OK && status != NOTHING) {
      throw new RefusedException(status, errors(content));
    }
    return new JsonObject(content);
  }

  private static String errors(Buffer content) {
    try {
      return String.valueOf(new JsonObject(content).getValue("errors"));
    } catch (DecodeException notFromVault) {
      return "no reason given";
    }
  }

  /** Vault did not do what it was asked for. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(int status, String errors) {
      super("Vault answered " + status + ": " + errors);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
