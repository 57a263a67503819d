package io.aegisx.tenancy.encryption.kms.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** Transit's encrypt and decrypt with associated data, by AES-256-GCM, as Vault's API has them. */
final class TransitServer implements AutoCloseable {

  static final String TOKEN = "hvs.right";
  private static final String PREFIX = "vault:v1:";

  private final HttpServer server;
  private final AesGcmJce key;

  TransitServer() throws IOException, GeneralSecurityException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new AesGcmJce(random);
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/v1/transit/encrypt/tenants", at -> serve(at, this::encrypt));
    server.createContext("/v1/transit/decrypt/tenants", at -> serve(at, this::decrypt));
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private interface Action {
    JsonObject on(JsonObject body) throws GeneralSecurityException;
  }

  private static void serve(HttpExchange at, Action action) throws IOException {
    String body = new String(at.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!TOKEN.equals(at.getRequestHeaders().getFirst("X-Vault-Token"))) {
      answer(at, 403, new JsonObject().put("errors", new JsonArray().add("permission denied")));
      return;
    }
    try {
      answer(at, 200, new JsonObject().put("data", action.on(new JsonObject(body))));
    } catch (GeneralSecurityException wrong) {
      answer(
          at,
          400,
          new JsonObject().put("errors", new JsonArray().add("message authentication failed")));
    }
  }

  private JsonObject encrypt(JsonObject body) throws GeneralSecurityException {
    byte[] sealed = key.encrypt(bytes(body, "plaintext"), bytes(body, "associated_data"));
    return new JsonObject()
        .put("ciphertext", PREFIX + Base64.getEncoder().encodeToString(sealed))
        .put("key_version", 1);
  }

  private JsonObject decrypt(JsonObject body) throws GeneralSecurityException {
    String ciphertext = body.getString("ciphertext");
    if (!ciphertext.startsWith(PREFIX)) {
      throw new GeneralSecurityException("invalid ciphertext: no prefix");
    }
    byte[] sealed = Base64.getDecoder().decode(ciphertext.substring(PREFIX.length()));
    byte[] plain = key.decrypt(sealed, bytes(body, "associated_data"));
    return new JsonObject().put("plaintext", Base64.getEncoder().encodeToString(plain));
  }

  private static byte[] bytes(JsonObject body, String name) {
    return Base64.getDecoder().decode(body.getString(name));
  }

  private static void answer(HttpExchange at, int status, JsonObject body) throws IOException {
    byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
    at.getResponseHeaders().add("Content-Type", "application/json");
    at.sendResponseHeaders(status, bytes.length);
    try (at) {
      at.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
