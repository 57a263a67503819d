package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests of different tenants on one connection, as a gateway in front of the service sends. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class SharedConnectionTest {

  private static final int REQUESTS = 60;

  @Test
  void requestsThatFollowWithoutWaitingAreEachAnsweredForTheirOwnTenant() throws IOException {
    List<Household> households = households();
    URI base = URI.create(Api.ofService().base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      StringBuilder requests = new StringBuilder();
      for (int i = 0; i < REQUESTS; i++) {
        requests.append(request(of(households, i), i == REQUESTS - 1));
      }
      socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();

      requireOwn(households, bodies(socket));
    }
  }

  @Test
  void requestsInParallelAreEachAnsweredForTheirOwnTenant() {
    List<Household> households = households();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    // The first has the connection upgraded, for all others to share.
    assertEquals(HttpClient.Version.HTTP_2, send(client, households.get(0)).join().version());

    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, REQUESTS).mapToObj(i -> send(client, of(households, i))).toList();

    requireOwn(households, sent.stream().map(answer -> answer.join().body()).toList());
  }

  private static List<Household> households() {
    return Stream.of(Fixtures.ISOLATIONS).map(Household::of).toList();
  }

  private static Household of(List<Household> households, int i) {
    return households.get(i % households.size());
  }

  private static void requireOwn(List<Household> households, List<String> bodies) {
    assertEquals(REQUESTS, bodies.size(), bodies::toString);
    for (int i = 0; i < REQUESTS; i++) {
      Household household = of(households, i);
      String body = bodies.get(i);
      assertTrue(body.contains(household.user()), () -> household + " got " + body);
      assertEquals(1, body.split("\"id\"", -1).length - 1, body);
    }
  }

  private static String request(Household household, boolean last) {
    StringBuilder request = new StringBuilder("GET /users HTTP/1.1\r\nHost: localhost\r\n");
    for (Map.Entry<String, String> header : household.admin().headers().entrySet()) {
      request.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return request.append(last ? "Connection: close\r\n\r\n" : "\r\n").toString();
  }

  /** The lines with JSON, of all that is answered until the connection closes. */
  private static List<String> bodies(Socket socket) throws IOException {
    List<String> bodies = new ArrayList<>();
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      // A body has no line end: the next status line follows at once.
      int end = line.indexOf("HTTP/1.1", 1);
      if (line.startsWith("[") || line.startsWith("{")) {
        bodies.add(end < 0 ? line : line.substring(0, end));
      }
    }
    return bodies;
  }

  private static CompletableFuture<HttpResponse<String>> send(
      HttpClient client, Household household) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(household.admin().base() + "/users"));
    household.admin().headers().forEach(request::header);
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
