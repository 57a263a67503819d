package io.aegisx.tenancy.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads requests to a server of a test, and answers them. */
final class Exchanges {

  private Exchanges() {}

  static Map<String, String> query(HttpExchange exchange) {
    return parameters(String.valueOf(exchange.getRequestURI().getRawQuery()));
  }

  static Map<String, String> form(HttpExchange exchange) throws IOException {
    return parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static Map<String, String> parameters(String encoded) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(
          URLDecoder.decode(parts[0], UTF_8),
          parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    return parameters;
  }

  static void redirect(HttpExchange exchange, String target, String query) throws IOException {
    exchange.getResponseHeaders().set("Location", target + "?" + query);
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  /** Any page may read it. */
  static void json(HttpExchange exchange, int status, JsonObject body) throws IOException {
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    send(exchange, status, "application/json", body.encode());
  }

  static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
