package io.aegisx.tenancy.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** With writes to tenant data recorded: what is written down, and that nobody can rewrite it. */
class AuditChainIT {

  static final List<String> ISOLATIONS = List.of(Fixtures.ISOLATIONS);

  private static final Map<String, String> RECORDING =
      Map.of("TENANCY_AUDIT_TENANT_WRITES", "true", "TENANCY_AUDIT_RETENTION_CHECK_EVERY", "1s");

  private static Installation service;

  @BeforeAll
  static void start() {
    service = Installation.start("audit-chain", RECORDING);
    for (String isolation : ISOLATIONS) {
      service.tenant(subdomain(isolation), isolation);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @ParameterizedTest
  @FieldSource("ISOLATIONS")
  void writesToTenantDataAreRecordedWithWhatWasAndWhatIs(String isolation) {
    Api admin = service.admin(subdomain(isolation));
    String user = made(admin.post("/users", Fixtures.user("a@example.com")));
    admin.put("/users/" + user, new JsonObject().put("name", "Renamed"));
    admin.put("/users/" + user, new JsonObject().put("name", "Renamed"));
    String product = made(admin.post("/products", Fixtures.product("sku", 100, 5)));
    String order = made(admin.post("/orders", Fixtures.order(user, product, 2)));
    admin.put("/orders/" + order + "/cancel", null);
    admin.put("/orders/" + order + "/cancel", null);
    admin.post("/users", Fixtures.user("A@example.com"));

    List<JsonObject> entries = entries(admin, "?to=2100-01-01T00:00:00Z");

    assertEquals(
        List.of(
            "order.cancelled", "order.placed", "product.created", "user.changed", "user.created"),
        entries.stream()
            .map(entry -> entry.getString("action"))
            .filter(action -> !action.matches("(tenant|key)\\..*"))
            .toList());
    JsonObject change =
        entries.stream()
            .filter(e -> e.getString("action").equals("user.changed"))
            .findFirst()
            .get();
    assertEquals("users/" + user, change.getString("target"));
    assertEquals("Name of a@example.com", change.getJsonObject("before").getString("name"));
    assertEquals("Renamed", change.getJsonObject("after").getString("name"));
  }

  @Test
  void aWriteThatCannotBeRecordedIsNotMade() {
    service.tenant("unrecorded", "schema_per_tenant");
    Api admin = service.admin("unrecorded");
    String schema = schemaOf("unrecorded");
    service.stack().sql("ALTER TABLE " + schema + ".audit RENAME TO gone");
    try {
      assertEquals(503, admin.post("/users", Fixtures.user("b@example.com")).status());
      assertEquals(0, admin.get("/users").array().size());
    } finally {
      service.stack().sql("ALTER TABLE " + schema + ".gone RENAME TO audit");
    }
    assertEquals(201, admin.post("/users", Fixtures.user("b@example.com")).status());
  }

  @Test
  void theServiceItselfCannotChangeOrRemoveAnEntry() {
    for (String table : List.of("registry.audit", "shared.audit")) {
      for (String tampering : List.of("DELETE FROM " + table, "UPDATE " + table + " SET seq = 1")) {
        assertThrows(SQLException.class, () -> asTheService(tampering), tampering);
      }
    }
  }

  @Test
  void anUntouchedTrailVerifiesAlsoAfterManyWritesAtOnce() {
    service.tenant("busy", "shared_database");
    Api admin = service.admin("busy");
    AtOnce.send(20, i -> admin.sendAsync("POST", "/users", Fixtures.user("u" + i + "@example.com")))
        .forEach(AuditChainIT::made);

    Ended check = verify();

    assertEquals(0, check.code(), check.output());
    assertTrue(check.output().contains("0 faults"), check.output());
  }

  @Test
  void whatIsChangedOrRemovedIsFound() {
    Map<String, String> faults =
        Map.of(
            "UPDATE {t} SET actor = 'nobody' WHERE seq = 2", "entry 2 was changed",
            "DELETE FROM {t} WHERE seq = 2", "something before entry 3 was removed",
            "DELETE FROM {t} WHERE seq = 1", "something before entry 2 was removed",
            "DELETE FROM {t} WHERE seq = 3", "the last entry, 3, is not there",
            "DELETE FROM {t}", "the last entry, 3, is not there");
    Map<String, String> tenants = new LinkedHashMap<>();
    faults.keySet().forEach(tampering -> tenants.put(tampering, tamperedWith(tampering)));
    String rewritten = "entry 1 was changed";
    String first = " FROM registry.audit WHERE seq = 1 ORDER BY id LIMIT 1";
    String entry = service.stack().superuser().texts("SELECT id::text" + first).get(0);
    String was = service.stack().superuser().texts("SELECT action" + first).get(0);
    rewrite(entry, "x");
    try {
      Ended check = verify();

      assertEquals(1, check.code(), check.output());
      assertTrue(check.output().contains(rewritten), check.output());
      faults.forEach(
          (tampering, fault) ->
              assertTrue(
                  check.output().contains(tenants.get(tampering) + ": " + fault),
                  () -> tampering + "\n" + check.output()));
      assertTrue(check.output().contains("6 faults"), check.output());
    } finally {
      rewrite(entry, was);
      tenants.values().forEach(id -> service.root().delete("/tenants/" + id + "?purge=true"));
    }
  }

  /** In the trail of the control plane. */
  private static void rewrite(String id, String action) {
    service
        .stack()
        .sql("UPDATE registry.audit SET action = '" + action + "' WHERE id = '" + id + "'");
  }

  /** The id of a new tenant whose trail of three entries was tampered with. */
  private static String tamperedWith(String tampering) {
    String name = Fixtures.subdomain();
    String id = service.tenant(name, "schema_per_tenant").getString("id");
    for (int i = 0; i < 3; i++) {
      made(service.admin(name).post("/users", Fixtures.user(i + "@example.com")));
    }
    service.stack().sql(tampering.replace("{t}", schemaOf(name) + ".audit"));
    return id;
  }

  @Test
  void entriesThatAreOldEnoughGoAndTheRestStillVerifies() {
    service.tenant("aged", "database_per_tenant");
    Api admin = service.admin("aged");
    made(admin.post("/users", Fixtures.user("old@example.com")));
    made(admin.post("/users", Fixtures.user("new@example.com")));
    String database =
        service
            .stack()
            .superuser()
            .texts(
                "SELECT datname FROM pg_database WHERE datname LIKE 'tenant%'"
                    + " AND datname LIKE '%' || replace((SELECT id::text FROM registry.tenants"
                    + " WHERE subdomain = 'aged'), '-', '')")
            .get(0);
    // A trail whose first entry was made, and chained, two years ago.
    service
        .stack()
        .superuser()
        .in(
            database,
            "UPDATE app.audit SET at = at - interval '2 years' WHERE seq = 1",
            "UPDATE app.audit SET hash = sha256(convert_to(jsonb_build_array(tenant_id, seq, id,"
                + " (extract(epoch FROM at) * 1000000)::bigint, actor, action, target, outcome,"
                + " request_id, source_address, before, after)::text, 'UTF8')) WHERE seq = 1",
            "UPDATE app.audit SET previous = (SELECT hash FROM app.audit WHERE seq = 1)"
                + " WHERE seq = 2",
            "UPDATE app.audit SET hash = sha256(previous || convert_to(jsonb_build_array("
                + "tenant_id, seq, id, (extract(epoch FROM at) * 1000000)::bigint, actor, action,"
                + " target, outcome, request_id, source_address, before, after)::text, 'UTF8'))"
                + " WHERE seq = 2",
            "UPDATE app.audit_head SET hash = (SELECT hash FROM app.audit WHERE seq = 2)");
    service
        .stack()
        .sql(
            "CREATE TABLE registry.audit_2020_01 PARTITION OF registry.audit"
                + " FOR VALUES FROM ('2020-01-01Z') TO ('2020-02-01Z')",
            "ALTER TABLE registry.audit_2020_01 OWNER TO "
                + service.stack().environment().get("DB_ADMIN_USERNAME"));

    Polling.await(
        Duration.ofSeconds(20),
        () ->
            service
                    .stack()
                    .superuser()
                    .textsIn(database, "SELECT seq::text FROM app.audit")
                    .equals(List.of("2"))
                && service
                    .stack()
                    .superuser()
                    .texts("SELECT relname FROM pg_class WHERE relname = 'audit_2020_01'")
                    .isEmpty());
    Ended check = verify();
    assertEquals(0, check.code(), check.output());
  }

  @Test
  void aTenantThatCannotBeAskedLeavesItOpen() {
    service.tenant("locked", "schema_per_tenant");
    String schema = schemaOf("locked");
    service.stack().sql("ALTER TABLE " + schema + ".audit RENAME TO gone");
    try {
      Ended check = verify();
      assertEquals(3, check.code(), check.output());
      assertTrue(check.output().contains("1 tenants not asked"), check.output());
      assertFalse(check.output().contains("was changed"), check.output());
    } finally {
      service.stack().sql("ALTER TABLE " + schema + ".gone RENAME TO audit");
    }
  }

  private static String subdomain(String isolation) {
    return isolation.replace('_', '-');
  }

  private static String schemaOf(String subdomain) {
    return service
        .stack()
        .superuser()
        .texts(
            "SELECT 'tenant_' || replace(id::text, '-', '') FROM registry.tenants"
                + " WHERE subdomain = '"
                + subdomain
                + "'")
        .get(0);
  }

  private static void asTheService(String sql) throws SQLException {
    Map<String, String> settings = service.stack().environment();
    String url = "jdbc:postgresql://127.0.0.1:" + service.stack().databasePort() + "/aegisx";
    try (Connection connection =
            DriverManager.getConnection(
                url, settings.get("DB_USERNAME"), settings.get("DB_PASSWORD"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String made(Api.Answer answer) {
    assertEquals(201, answer.status(), answer.toString());
    return answer.json().getString("id");
  }

  private static List<JsonObject> entries(Api api, String query) {
    return api.get("/audit" + query).array().stream().map(JsonObject.class::cast).toList();
  }

  private static Ended verify() {
    try (ServiceProcess process =
        ServiceProcess.start(service.stack().environment(), "audit", "verify")) {
      int code = process.awaitExit();
      return new Ended(code, process.output());
    }
  }

  private record Ended(int code, String output) {}
}
