package io.aegisx.tenancy.testing;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends requests to the service under test; immutable, each {@code with…} makes another one. */
public record Api(String base, Map<String, String> headers) {

  private static final HttpClient CLIENT;

  static {
    // The client guards the Host header unless told otherwise before it is first used.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    CLIENT =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /** The service that the test framework has started. */
  public static Api ofService() {
    return of("http://127.0.0.1:" + RestAssured.port);
  }

  public static Api of(String base) {
    return new Api(base, Map.of());
  }

  public Api with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(base, more);
  }

  public Api withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Api forTenant(String tenant) {
    return with("X-Tenant-ID", tenant);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return with("Content-Type", "application/merge-patch+json").send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, Object body) {
    try {
      return Answer.of(
          CLIENT.send(request(method, path, body), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new IllegalStateException(method + " " + path + ": " + failure, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Sends one header several times, as no client should. */
  public Answer sendRepeating(String header, List<String> values, String method, String path) {
    HttpRequest once = request(method, path, null);
    HttpRequest.Builder more = HttpRequest.newBuilder(once, (name, value) -> true);
    values.forEach(value -> more.header(header, value));
    return CLIENT
        .sendAsync(more.build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(Answer::of)
        .join();
  }

  public CompletableFuture<Answer> sendAsync(String method, String path, Object body) {
    return CLIENT
        .sendAsync(request(method, path, body), HttpResponse.BodyHandlers.ofString())
        .thenApply(Answer::of);
  }

  private HttpRequest request(String method, String path, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return request.build();
  }

  /** What came back. */
  public record Answer(int status, Map<String, String> headers, String text) {

    static Answer of(HttpResponse<String> response) {
      Map<String, String> headers = new LinkedHashMap<>();
      response
          .headers()
          .map()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      return new Answer(response.statusCode(), headers, response.body());
    }

    public JsonObject json() {
      return new JsonObject(text);
    }

    public JsonArray array() {
      return new JsonArray(text);
    }

    public String header(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    /** The error code of a problem document, or the empty text for any other answer. */
    public String code() {
      boolean problem =
          String.valueOf(header("Content-Type")).startsWith("application/problem+json");
      return problem ? json().getString("code") : "";
    }
  }
}
