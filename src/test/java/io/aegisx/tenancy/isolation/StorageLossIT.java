package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServerProcess;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database server goes away, hangs, or holds back its answers, under the running service. */
class StorageLossIT {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);
  private static final List<String> TENANTS = List.of("one", "two", "three");
  private static final String LISTENING =
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'aegisx-changes'";

  private static final int MORE_THAN_CONNECTIONS = 24;

  private static Installation installation;

  @BeforeAll
  static void start() {
    installation = Installation.start("storage-loss", Map.of("DB_TIMEOUT", "3s"));
    for (int i = 0; i < TENANTS.size(); i++) {
      installation.tenant(TENANTS.get(i), Fixtures.ISOLATIONS[i]);
      Api admin = installation.admin(TENANTS.get(i));
      assertEquals(201, admin.post("/users", Fixtures.user("kept@example.com")).status());
    }
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void whileTheServerIsAwayEveryRouteSaysSoAndAfterwardsAllIsAsBefore() throws Exception {
    installation.stack().crashPostgres();
    try {
      await(() -> health("ready") == 503);
      requireUnavailable(storageRequests());
      // While nothing is heard of changes, nobody is served from memory.
      requireUnavailable(directoryRequests());
      assertEquals(200, health("live"));
    } finally {
      installation.stack().restartPostgres();
    }
    requireRecovery();
  }

  @Test
  void aServerThatHangsKeepsNobodyWaitingForEver() throws Exception {
    ServerProcess server = installation.stack().serverProcess();
    server.freeze();
    try {
      requireUnavailable(storageRequests());
    } finally {
      server.thaw();
    }
    requireRecovery();
  }

  @Test
  void aTableThatSomebodyHasLockedHoldsUpItsOwnRequestsOnly() throws Exception {
    try (Connection operator = lock("shared.users")) {
      List<Api.Answer> held =
          AtOnce.send(
              MORE_THAN_CONNECTIONS,
              i -> installation.admin("one").sendAsync("GET", "/users", null));
      assertEquals(Map.of("503 STORAGE_UNAVAILABLE", MORE_THAN_CONNECTIONS), AtOnce.outcomes(held));

      await(() -> installation.admin("two").get("/users").status() == 200);
      await(() -> installation.connectionsInUse().stream().allMatch(count -> count == 0));
      operator.rollback();
    }
    requireRecovery();
  }

  @Test
  void aTenantWhoseStorageTakesTooLongIsFinishedLater() throws Exception {
    JsonObject slow =
        new JsonObject()
            .put("name", "Slow")
            .put("subdomain", "slow")
            .put("isolation", "shared_database");
    Api once = installation.root().with("Idempotency-Key", "slow");
    try (Connection operator = lock("shared.roles")) {
      Api.Answer told = once.post("/tenants", slow);
      assertEquals("TENANT_NOT_READY", told.code(), told.text());
      operator.rollback();
    }
    await(() -> installation.admin("slow").get("/users").status() == 200);
    Api.Answer repeated = once.post("/tenants", slow);
    assertEquals(201, repeated.status(), repeated.text());
    assertEquals("active", repeated.json().getString("status"));
    assertEquals(repeated.json(), once.post("/tenants", slow).json());
  }

  private static Connection lock(String table) throws SQLException {
    Connection operator = installation.stack().superuser().connect();
    operator.setAutoCommit(false);
    try (Statement statement = operator.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
    return operator;
  }

  private static void requireUnavailable(List<Request> requests) {
    Instant sent = Instant.now();
    List<Api.Answer> answers = AtOnce.send(requests.size(), i -> requests.get(i).send());
    Duration taken = Duration.between(sent, Instant.now());

    for (int i = 0; i < requests.size(); i++) {
      Api.Answer answer = answers.get(i);
      assertEquals("STORAGE_UNAVAILABLE", answer.code(), requests.get(i) + ": " + answer);
      assertNotNull(answer.header("Retry-After"), requests.get(i).toString());
    }
    assertTrue(taken.compareTo(LONGEST_ANSWER) < 0, taken::toString);
  }

  private static List<Request> storageRequests() {
    Api root = installation.root();
    JsonObject tenant = new JsonObject().put("name", "Four").put("subdomain", "four");
    List<Request> requests =
        new ArrayList<>(
            List.of(
                new Request(root, "GET", "/tenants", null),
                new Request(root, "POST", "/tenants", tenant),
                new Request(root, "GET", "/tenants/one", null),
                new Request(root, "PUT", "/tenants/one", new JsonObject().put("name", "1")),
                new Request(root, "PUT", "/tenants/one/suspend", null),
                new Request(root, "GET", "/tenants/mine", null),
                new Request(root.forTenant("never-seen"), "GET", "/users", null)));
    for (String name : TENANTS) {
      Api admin = installation.admin(name);
      requests.add(new Request(admin, "GET", "/users", null));
      requests.add(new Request(admin, "POST", "/users", Fixtures.user("lost@example.com")));
      requests.add(new Request(admin, "GET", "/products", null));
      requests.add(new Request(admin, "GET", "/orders", null));
    }
    return requests;
  }

  /** Those that need no more than to know the tenant. */
  private static List<Request> directoryRequests() {
    List<Request> requests = new ArrayList<>();
    for (String name : TENANTS) {
      Api anybody = installation.service().api().forTenant(name);
      requests.add(new Request(installation.admin(name), "GET", "/tenants/mine", null));
      requests.add(new Request(anybody, "GET", "/tenants/current", null));
    }
    return requests;
  }

  private static void requireRecovery() {
    TENANTS.forEach(name -> await(() -> installation.admin(name).get("/users").status() == 200));
    await(() -> installation.root().get("/tenants").status() == 200);
    await(() -> health("ready") == 200);
    await(() -> installation.connectionsInUse().stream().allMatch(count -> count == 0));
    TENANTS.forEach(
        name -> assertTrue(installation.admin(name).get("/users").text().contains("kept@")));
    requireThatChangesAreHeard();
  }

  /** Changes behind the service's back: it can only know them by notification. */
  private static void requireThatChangesAreHeard() {
    await(() -> !installation.stack().superuser().texts(LISTENING).isEmpty());
    assertEquals(200, installation.admin("one").get("/users").status());
    setStatus("suspended");
    await(() -> installation.admin("one").get("/users").code().equals("TENANT_SUSPENDED"));
    setStatus("active");
    await(() -> installation.admin("one").get("/users").status() == 200);
  }

  private static void setStatus(String status) {
    installation
        .stack()
        .sql("UPDATE registry.tenants SET status = '" + status + "' WHERE subdomain = 'one'");
  }

  private static int health(String check) {
    return installation.service().management().get("/q/health/" + check).status();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONGEST_RECOVERY);
    while (!condition.getAsBoolean()) {
      assertTrue(
          Instant.now().isBefore(end), () -> "no recovery:\n" + installation.service().output());
    }
  }

  private record Request(Api api, String method, String path, JsonObject body) {
    CompletableFuture<Api.Answer> send() {
      return api.sendAsync(method, path, body);
    }

    @Override
    public String toString() {
      return method + " " + path + " for " + api.headers().get("X-Tenant-ID");
    }
  }
}
