package io.aegisx.tenancy.encryption.kms.vault;

import io.aegisx.tenancy.encryption.kms.KeyProvider;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Wraps with a key that never leaves Vault. The context is Transit's {@code associated_data}: it is
 * authenticated by keys of the types {@code aes128-gcm96}, {@code aes256-gcm96} (the default) and
 * {@code chacha20-poly1305}, and needs no derived key, unlike Transit's {@code context}.
 */
@ApplicationScoped
class VaultKeyProvider implements KeyProvider {

  private static final String PREFIX = "TENANCY_ENCRYPTION_VAULT_";
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private record Connection(VaultClient client, VaultLogin login) {}

  private final VaultSettings settings;
  private final Optional<Connection> connection;

  VaultKeyProvider(Vertx vertx, VaultSettings settings) {
    this.settings = settings;
    this.connection =
        problem(settings).isPresent() ? Optional.empty() : Optional.of(open(vertx, settings));
  }

  private static Connection open(Vertx vertx, VaultSettings settings) {
    VaultClient client = new VaultClient(vertx, settings);
    return new Connection(client, new VaultLogin(vertx, client, settings));
  }

  @Override
  public String name() {
    return "vault";
  }

  @Override
  public Optional<String> problem() {
    return problem(settings);
  }

  private static Optional<String> problem(VaultSettings settings) {
    if (settings.address().isEmpty()) {
      return Optional.of(PREFIX + "ADDRESS is missing");
    }
    if (!settings.address().get().matches("https?://[^/\\s]+/*")) {
      return Optional.of(PREFIX + "ADDRESS must be an http(s) address without a path");
    }
    if (settings.key().isEmpty()) {
      return Optional.of(PREFIX + "KEY is missing");
    }
    if (settings.token().isEmpty() == settings.role().isEmpty()) {
      return Optional.of(PREFIX + "TOKEN or " + PREFIX + "ROLE is missing, or both are set");
    }
    return settings.timeout().toMillis() < 1
        ? Optional.of(PREFIX + "TIMEOUT must be a millisecond or more")
        : Optional.empty();
  }

  @Override
  public Uni<byte[]> wrap(byte[] key, byte[] context) {
    return ask("encrypt", body("plaintext", base64(key), context))
        .map(data -> data.getString("ciphertext").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Uni<byte[]> unwrap(byte[] wrapped, byte[] context) {
    String ciphertext = new String(wrapped, StandardCharsets.US_ASCII);
    return ask("decrypt", body("ciphertext", ciphertext, context))
        .map(data -> Base64.getDecoder().decode(data.getString("plaintext")))
        .onFailure(failure -> isStatus(failure, BAD_REQUEST))
        .transform(UnwrapFailedException::new);
  }

  private static JsonObject body(String name, String value, byte[] context) {
    return new JsonObject().put(name, value).put("associated_data", base64(context));
  }

  private Uni<JsonObject> ask(String action, JsonObject body) {
    String path = settings.mount() + "/" + action + "/" + settings.key().orElse("");
    Connection open = connection.orElseThrow(() -> new IllegalStateException(problem().orElse("")));
    return open.login()
        .token()
        .flatMap(token -> open.client().post(path, Optional.of(token), body))
        .onFailure(failure -> isStatus(failure, FORBIDDEN))
        .invoke(open.login()::forget)
        .map(answer -> answer.getJsonObject("data"));
  }

  private static boolean isStatus(Throwable failure, int status) {
    return failure instanceof VaultClient.RefusedException refused && refused.status() == status;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
