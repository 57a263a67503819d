package io.aegisx.tenancy.testing;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A client that sends a request and is gone before, or while, it is answered. */
public final class Deserter {

  private Deserter() {}

  /**
   * Sends a request and closes the connection.
   *
   * @param stayMillis how long to stay after the request was sent
   * @param abruptly whether the connection is reset, rather than closed in good order
   */
  public static void post(
      Api api, String path, JsonObject body, long stayMillis, boolean abruptly) {
    post(api, path, body, abruptly, () -> Thread.sleep(stayMillis));
  }

  /**
   * Sends a request and closes the connection as soon as something has happened.
   *
   * @param leave what is waited for after the request was sent
   * @param abruptly whether the connection is reset, rather than closed in good order
   */
  public static void post(
      Api api, String path, JsonObject body, boolean abruptly, CountDownLatch leave) {
    post(api, path, body, abruptly, leave::await);
  }

  private static void post(Api api, String path, JsonObject body, boolean abruptly, Stay stay) {
    URI base = URI.create(api.base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      if (abruptly) {
        socket.setSoLinger(true, 0);
      }
      socket.getOutputStream().write(request(api, path, body));
      socket.getOutputStream().flush();
      stay.untilItIsOver();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Stay {
    void untilItIsOver() throws InterruptedException;
  }

  private static byte[] request(Api api, String path, JsonObject body) {
    byte[] content = body.encode().getBytes(StandardCharsets.UTF_8);
    StringBuilder request =
        new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (Map.Entry<String, String> header : api.headers().entrySet()) {
      request.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    request
        .append("Content-Type: application/json\r\nContent-Length: ")
        .append(content.length)
        .append("\r\n\r\n")
        .append(body.encode());
    return request.toString().getBytes(StandardCharsets.UTF_8);
  }
}
