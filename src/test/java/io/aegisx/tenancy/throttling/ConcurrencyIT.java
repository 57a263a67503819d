package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Deserter;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests at the same time, on a service that takes 6 of them, 4 of an enterprise's and 8 of a
 * pro's. A locked table makes requests last.
 */
class ConcurrencyIT {

  private static final int CAPACITY = 6;
  private static final int LIMIT = 4;
  private static final Duration SOON = Duration.ofSeconds(10);

  private static Installation installation;
  private static String tenant;

  @BeforeAll
  static void start() {
    installation =
        Installation.start(
            "concurrency",
            Map.of(
                "TENANCY_PLANS_ENTERPRISE_CONCURRENT_REQUESTS",
                Integer.toString(LIMIT),
                "TENANCY_PLANS_PRO_CONCURRENT_REQUESTS",
                "8",
                // Long enough that what is given back is not given back by a timeout.
                "TENANCY_PLANS_ENTERPRISE_LOCK_TIMEOUT",
                "60s",
                "TENANCY_PLANS_ENTERPRISE_STATEMENT_TIMEOUT",
                "90s",
                "TENANCY_PLANS_PRO_LOCK_TIMEOUT",
                "4s",
                "TENANCY_THROTTLING_CONCURRENT_REQUESTS",
                Integer.toString(CAPACITY)));
    tenant = Fixtures.subdomain();
    installation.tenant(tenant, "shared_database");
    // The first requests after a start take longer than what is waited for below.
    for (int i = 0; i < 3; i++) {
      installation.admin(tenant).post("/users", Fixtures.user("warm" + i + "@example.com"));
      assertAllPlacesAreFree();
    }
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void oneMoreAtTheSameTimeIsRefusedUntilOneHasEnded() throws SQLException {
    List<CompletableFuture<Api.Answer>> lasting;
    try (Connection lock = lockUsers()) {
      lasting = begin(tenant, LIMIT);
      Api.Answer refused = refusal(tenant, LIMIT);
      assertEquals("1", refused.header("Retry-After"));
      assertEquals("\"tenant\";q=20000;w=1", refused.header("RateLimit-Policy"));
      assertTrue(refused.header("RateLimit").startsWith("\"tenant\";r="));
      String detail = refused.json().getString("detail");
      assertTrue(detail.contains("at the same time: 4 allowed"), detail);
    }
    lasting.forEach(answer -> assertEquals(200, answer.join().status()));
    assertAllPlacesAreFree();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientThatLeavesGivesItsPlaceBack(boolean abruptly) throws Exception {
    try (Connection lock = lockUsers()) {
      List<Thread> clients = new ArrayList<>();
      CountDownLatch leave = new CountDownLatch(1);
      for (int i = 0; i < LIMIT; i++) {
        JsonObject user = Fixtures.user(abruptly + "" + i + "@example.com");
        Api api = installation.admin(tenant);
        clients.add(new Thread(() -> Deserter.post(api, "/users", user, abruptly, leave)));
      }
      clients.forEach(Thread::start);
      refusal(tenant, LIMIT);
      leave.countDown();
      for (Thread client : clients) {
        client.join();
      }
      // What they began still waits for the lock.
      Polling.await(SOON, () -> installation.admin(tenant).get("/products").status() == 200);
    }
    assertAllPlacesAreFree();
  }

  @Test
  void aStreamThatIsResetGivesItsPlaceBack() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    assertEquals(
        HttpClient.Version.HTTP_2,
        client.send(request("/products"), HttpResponse.BodyHandlers.ofString()).version());
    try (Connection lock = lockUsers()) {
      List<CompletableFuture<?>> lasting = new ArrayList<>();
      for (int i = 0; i < LIMIT; i++) {
        lasting.add(client.sendAsync(request("/users"), HttpResponse.BodyHandlers.ofString()));
      }
      refusal(tenant, LIMIT);
      lasting.forEach(answer -> answer.cancel(true));
      Polling.await(SOON, () -> installation.admin(tenant).get("/products").status() == 200);
    }
    assertAllPlacesAreFree();
  }

  private static HttpRequest request(String path) {
    Api admin = installation.admin(tenant);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(admin.base() + path));
    admin.headers().forEach(request::header);
    return request.build();
  }

  @Test
  void aRequestThatFailsGivesItsPlaceBack() throws SQLException {
    String pro = pro();
    try (Connection lock = lockUsers()) {
      List<CompletableFuture<Api.Answer>> lasting = begin(pro, CAPACITY);
      refusal(pro, CAPACITY);
      lasting.forEach(answer -> assertEquals("CONFLICT", answer.join().code()));
      assertEquals(200, installation.admin(pro).get("/products").status());
      List<CompletableFuture<Api.Answer>> again = begin(pro, CAPACITY);
      again.forEach(answer -> assertEquals("CONFLICT", answer.join().code()));
    }
    assertEquals("NOT_FOUND", installation.admin(pro).get("/nothing").code());
    assertAllPlacesAreFree();
  }

  @Test
  void whenTheServiceIsBusyThoseBelowTheirShareAreServed() throws SQLException {
    String noisy = pro();
    String quiet = pro();
    try (Connection lock = lockUsers()) {
      List<CompletableFuture<Api.Answer>> lasting = begin(noisy, CAPACITY);
      Api.Answer refused = refusal(noisy, CAPACITY);
      assertTrue(refused.json().getString("detail").contains("busy"), refused.text());
      for (int i = 0; i < 3; i++) {
        Api.Answer answer = installation.admin(quiet).get("/products");
        assertEquals(200, answer.status(), answer.text());
      }
      lasting.forEach(CompletableFuture::join);
    }
    assertAllPlacesAreFree();
  }

  /** So many at once are served as there are places, again and again. */
  private static void assertAllPlacesAreFree() {
    Api admin = installation.admin(tenant);
    for (int round = 0; round < 3; round++) {
      Map<String, Integer> outcomes =
          AtOnce.outcomes(AtOnce.send(LIMIT, i -> admin.sendAsync("GET", "/products", null)));
      assertEquals(Map.of("200", LIMIT), outcomes);
    }
  }

  private static List<CompletableFuture<Api.Answer>> begin(String who, int requests) {
    List<CompletableFuture<Api.Answer>> begun = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      begun.add(installation.admin(who).sendAsync("GET", "/users", null));
    }
    return begun;
  }

  /** The answer to one more, once so many wait for the lock. */
  private static Api.Answer refusal(String who, int waiting) {
    Polling.await(
        SOON,
        () ->
            installation
                .stack()
                .superuser()
                .texts("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                .equals(List.of(Integer.toString(waiting))));
    Api.Answer answer = installation.admin(who).get("/products");
    assertEquals("RATE_LIMITED", answer.code(), answer::toString);
    return answer;
  }

  private static Connection lockUsers() throws SQLException {
    Connection connection = installation.stack().superuser().connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE shared.users IN ACCESS EXCLUSIVE MODE");
    }
    return connection;
  }

  private static String pro() {
    String subdomain = Fixtures.subdomain();
    installation.tenant(subdomain, "shared_database");
    Api.Answer changed =
        installation.root().put("/tenants/" + subdomain, new JsonObject().put("plan", "pro"));
    assertEquals(200, changed.status(), changed.text());
    return subdomain;
  }
}
