package io.aegisx.tenancy.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One of two replicas is killed while it makes or purges tenants, each of which it has come to
 * another moment with; the other one goes on with all of them.
 */
class InterruptionIT {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
  private static final int LOCK = 4711;

  /** Holds what a tenant named {@code {step}-{moment}-…} does at that step and moment. */
  private static final String[] HOLD_UP = {
    "CREATE SCHEMA held",
    """
    CREATE FUNCTION held.up(tenant uuid, moment text) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER AS $$ BEGIN
      IF EXISTS (SELECT FROM registry.tenants WHERE id = tenant
                  AND subdomain LIKE moment || '-%') THEN
        PERFORM pg_advisory_xact_lock(4711);
      END IF;
    END $$
    """,
    """
    CREATE FUNCTION held.step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      PERFORM held.up(NEW.tenant_id, NEW.name
        || CASE WHEN NEW.finished_at IS NULL THEN '-begin' ELSE '-end' END);
      RETURN NULL;
    END $$
    """,
    "CREATE TRIGGER held AFTER UPDATE ON registry.provisioning_steps FOR EACH ROW"
        + " EXECUTE FUNCTION held.step()",
    """
    CREATE FUNCTION held.row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      PERFORM held.up(coalesce(NEW.tenant_id, OLD.tenant_id), TG_ARGV[0]);
      RETURN NULL;
    END $$
    """,
    "CREATE TRIGGER held AFTER INSERT ON registry.storage_versions FOR EACH ROW"
        + " EXECUTE FUNCTION held.row('storage-amid')",
    "CREATE TRIGGER held AFTER INSERT ON shared.residence FOR EACH ROW"
        + " EXECUTE FUNCTION held.row('storage-amid')",
    "CREATE TRIGGER held_too AFTER DELETE ON shared.residence FOR EACH ROW"
        + " EXECUTE FUNCTION held.row('purge-amid')",
    """
    CREATE FUNCTION held.purge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      IF NEW.removed IS DISTINCT FROM OLD.removed THEN
        PERFORM held.up(NEW.tenant_id, 'purge-report');
      ELSIF NEW.finished_at IS NOT NULL AND NEW.subdomain LIKE 'purge-end-%' THEN
        PERFORM pg_advisory_xact_lock(4711);
      END IF;
      RETURN NULL;
    END $$
    """,
    "CREATE TRIGGER held AFTER UPDATE ON registry.purges FOR EACH ROW"
        + " EXECUTE FUNCTION held.purge()",
    "GRANT USAGE ON SCHEMA held TO PUBLIC"
  };

  private static final String HELD =
      "FROM pg_locks WHERE locktype = 'advisory' AND objid = " + LOCK + " AND NOT granted";

  private static ServiceStack stack;
  private static ServiceProcess doomed;
  private static ServiceProcess other;

  @BeforeAll
  static void start() {
    stack = ServiceStack.start("interruption");
    Map<String, String> environment = new LinkedHashMap<>(stack.environment());
    environment.put("TENANCY_PROVISIONING_LEASE", "1s");
    environment.put("TENANCY_PROVISIONING_CHECK_EVERY", "500ms");
    environment.put("TENANCY_DELETION_LEASE", "1s");
    environment.put("TENANCY_DELETION_CHECK_EVERY", "500ms");
    environment.put("TENANCY_DELETION_RETENTION", "4s");
    environment.put("TENANCY_CONNECTIONS_TOTAL", "100");
    environment.put("TENANCY_CONNECTIONS_PROVISIONING", "8");
    environment.put("DB_TIMEOUT", "30s");
    environment.put("TENANCY_CONNECTIONS_REGISTRY", "40");
    doomed = ServiceProcess.start(environment);
    other = ServiceProcess.start(environment);
    doomed.awaitReady();
    other.awaitReady();
  }

  @AfterAll
  static void stop() {
    doomed.close();
    other.close();
    stack.close();
  }

  @Test
  void whatAReplicaWasDoingWhenItWasKilledIsGoneOnWithByAnother() throws Exception {
    List<String> purged =
        List.of("purge-report-x", "purge-amid-x", "purge-end-x", "purge-report-y", "purge-end-y");
    for (String name : purged) {
      create(
          doomed, name, name.endsWith("x") ? "shared_database" : "database_per_tenant", Map.of());
      assertEquals(201, admin(name).post("/users", Fixtures.user("ann@example.com")).status());
    }
    stack.sql(HOLD_UP);
    try (var blocker = stack.superuser().connect();
        var statement = blocker.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      List<String> made = makeAndHold();
      purged.forEach(name -> root(doomed).sendAsync("DELETE", path(name) + "?purge=true", null));
      awaitHeld(made.size() + purged.size());
      // The other replica leaves them alone for as long as this one says that it works on them.
      pause(Duration.ofSeconds(2));
      assertEquals(List.of("1"), texts("SELECT DISTINCT attempts FROM registry.purges"));
      assertEquals(
          List.of("1"), texts("SELECT DISTINCT attempts FROM registry.provisioning_runs r" + KEPT));

      doomed.kill();
      // The server has heard of it.
      texts("SELECT pg_terminate_backend(pid) " + HELD);
      stack.sql("DROP SCHEMA held CASCADE");

      Polling.await(LONG_ENOUGH, () -> texts(UNFINISHED).isEmpty());
      made.forEach(this::requireServed);
      purged.forEach(this::requirePurged);
    }
  }

  /** Canaries were made by whichever replica was first. */
  private static final String KEPT =
      " JOIN registry.tenants t ON t.id = r.tenant_id WHERE subdomain LIKE '%-%-_%'"
          + " AND subdomain NOT LIKE 'canary%' AND subdomain NOT LIKE 'purge%'";

  private static final String UNFINISHED =
      "SELECT tenant_id FROM registry.provisioning_runs WHERE finished_at IS NULL UNION ALL"
          + " SELECT tenant_id FROM registry.purges WHERE finished_at IS NULL";

  /** Begins a tenant for each isolation, step and moment, and lets it come that far. */
  private List<String> makeAndHold() {
    Map<String, Stream<String>> moments =
        Map.of(
            "shared_database", Stream.of("storage-amid"),
            "schema_per_tenant",
                Stream.of("storage-begin", "storage-amid", "storage-end", "activation-begin"),
            "database_per_tenant",
                Stream.of("database-begin", "database-end", "storage-amid", "activation-end"));
    List<String> names = new ArrayList<>();
    moments.forEach(
        (isolation, all) ->
            all.forEach(
                moment -> {
                  String name = moment + "-" + isolation.charAt(0) + isolation.charAt(1);
                  create(doomed, name, isolation, Map.of("Prefer", "respond-async"));
                  names.add(name);
                }));
    return names;
  }

  @Test
  void aDeletedTenantIsPurgedWhenTheTimeIsOverForWhichItIsKept() {
    create(other, "left-long-ago", "schema_per_tenant", Map.of());
    admin("left-long-ago").post("/users", Fixtures.user("ann@example.com"));
    create(other, "comes-back", "schema_per_tenant", Map.of());
    for (String name : List.of("left-long-ago", "comes-back")) {
      assertEquals(200, root(other).delete(path(name)).status());
    }
    assertEquals(200, root(other).put(path("comes-back") + "/restore", null).status());

    Polling.await(
        LONG_ENOUGH,
        () -> root(other).get(path("left-long-ago")).code().equals("TENANT_NOT_FOUND"));

    JsonObject purge = requirePurged("left-long-ago");
    assertEquals("retention", purge.getString("reason"));
    assertEquals("system", purge.getString("requestedBy"));
    assertTrue(purge.getJsonObject("removed").getLong("bytes") > 0, purge::encode);
    assertEquals(200, admin("comes-back").get("/users").status());
  }

  private void create(
      ServiceProcess by, String name, String isolation, Map<String, String> headers) {
    Api api = root(by);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      api = api.with(header.getKey(), header.getValue());
    }
    JsonObject wanted =
        new JsonObject().put("name", name).put("subdomain", name).put("isolation", isolation);
    Api.Answer made = api.post("/tenants", wanted);
    assertTrue(made.status() == 201 || made.status() == 202, made.text());
  }

  private void awaitHeld(int count) {
    Polling.await(LONG_ENOUGH, () -> texts("SELECT count(*) " + HELD).equals(List.of("" + count)));
  }

  private void requireServed(String name) {
    JsonObject provisioning = root(other).get(path(name) + "/provisioning").json();
    assertEquals("done", provisioning.getString("status"), provisioning::encode);
    assertEquals(2, provisioning.getInteger("attempts"), provisioning::encode);
    assertEquals(201, admin(name).post("/users", Fixtures.user("bob@example.com")).status());
    assertEquals(1, admin(name).get("/users").array().size());
  }

  private JsonObject requirePurged(String name) {
    assertEquals("TENANT_NOT_FOUND", root(other).get(path(name)).code());
    Api.Answer listed = root(other).get("/purges");
    JsonObject purge =
        IntStream.range(0, listed.array().size())
            .mapToObj(listed.array()::getJsonObject)
            .filter(one -> one.getString("subdomain").equals(name))
            .findFirst()
            .orElseThrow();
    assertEquals("done", purge.getString("status"), purge::encode);
    // What there was at first, though a repeat found less.
    assertEquals(
        1,
        purge.getJsonObject("removed").getJsonObject("tables").getInteger("users"),
        purge::encode);
    return purge;
  }

  private Api root(ServiceProcess service) {
    return service.api().withToken(stack.issuer().superAdmin());
  }

  private Api admin(String name) {
    return other.api().withToken(stack.issuer().admin(name)).forTenant(name);
  }

  private static String path(String name) {
    return "/tenants/" + name;
  }

  private List<String> texts(String sql) {
    return stack.superuser().texts(sql);
  }

  private static void pause(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
