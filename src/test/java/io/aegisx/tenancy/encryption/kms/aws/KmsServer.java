package io.aegisx.tenancy.encryption.kms.aws;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** KMS's Encrypt and Decrypt by AES-256-GCM, in its JSON protocol. */
final class KmsServer implements AutoCloseable {

  static final String KEY = "alias/tenants";

  private final HttpServer server;
  private final AesGcmJce key;

  KmsServer() throws IOException, GeneralSecurityException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new AesGcmJce(random);
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange at) throws IOException {
    JsonObject body =
        new JsonObject(new String(at.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (!KEY.equals(body.getString("KeyId"))) {
      answer(at, 400, new JsonObject().put("__type", "NotFoundException"));
      return;
    }
    try {
      answer(at, 200, act(at.getRequestHeaders().getFirst("X-Amz-Target"), body));
    } catch (GeneralSecurityException wrong) {
      answer(at, 400, new JsonObject().put("__type", "InvalidCiphertextException"));
    }
  }

  private JsonObject act(String target, JsonObject body) throws GeneralSecurityException {
    byte[] context =
        body.getJsonObject("EncryptionContext").encode().getBytes(StandardCharsets.UTF_8);
    JsonObject answer =
        new JsonObject().put("KeyId", KEY).put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    return switch (target) {
      case "TrentService.Encrypt" ->
          answer.put("CiphertextBlob", base64(key.encrypt(bytes(body, "Plaintext"), context)));
      case "TrentService.Decrypt" ->
          answer.put("Plaintext", base64(key.decrypt(bytes(body, "CiphertextBlob"), context)));
      default -> throw new GeneralSecurityException(target);
    };
  }

  private static byte[] bytes(JsonObject body, String name) {
    return Base64.getDecoder().decode(body.getString(name));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void answer(HttpExchange at, int status, JsonObject body) throws IOException {
    byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
    at.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
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
