package io.aegisx.tenancy.encryption.kms.vault;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The token: a given one, or one that Kubernetes authentication gave, for half of its life. */
final class VaultLogin {

  private record Lease(String token, Instant until) {}

  private final Vertx vertx;
  private final VaultClient client;
  private final VaultSettings settings;
  private volatile Optional<Lease> lease = Optional.empty();

  VaultLogin(Vertx vertx, VaultClient client, VaultSettings settings) {
    this.vertx = vertx;
    this.client = client;
    this.settings = settings;
  }

  Uni<String> token() {
    Optional<String> known =
        settings
            .token()
            .or(() -> lease.filter(held -> Instant.now().isBefore(held.until())).map(Lease::token));
    return known.map(token -> Uni.createFrom().item(token)).orElseGet(this::login);
  }

  /** Has the next call log in again: Vault may have revoked the token. */
  void forget() {
    lease = Optional.empty();
  }

  private Uni<String> login() {
    return Uni.createFrom()
        .completionStage(() -> vertx.fileSystem().readFile(settings.jwtFile()).toCompletionStage())
        .map(jwt -> jwt.toString().strip())
        .flatMap(this::login)
        .map(this::keep);
  }

  private Uni<JsonObject> login(String jwt) {
    JsonObject body = new JsonObject().put("role", settings.role().orElseThrow()).put("jwt", jwt);
    return client.post("auth/" + settings.authMount() + "/login", Optional.empty(), body);
  }

  private String keep(JsonObject answer) {
    JsonObject auth = answer.getJsonObject("auth");
    String token = auth.getString("client_token");
    Duration life = Duration.ofSeconds(auth.getLong("lease_duration", 0L));
    lease = Optional.of(new Lease(token, Instant.now().plus(life.dividedBy(2))));
    return token;
  }
}
