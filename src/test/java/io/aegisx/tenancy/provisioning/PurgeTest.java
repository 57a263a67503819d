package io.aegisx.tenancy.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class PurgeTest {

  private static final String SHARED_TABLES =
      "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.columns"
          + " WHERE table_schema = 'shared' AND column_name = 'tenant_id'";

  private final Superuser superuser = Superuser.ofService();

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aPurgeTakesAllOfATenantAndNothingOfAnother(String isolation) {
    JsonObject purged = filled(isolation);
    JsonObject kept = filled(isolation);
    String before = everything(kept);
    assertNotEquals(List.of(), traces(purged));

    Api.Answer answer = Fixtures.root().delete(path(purged) + "?purge=true");

    assertEquals(204, answer.status(), answer.text());
    assertEquals(List.of(), traces(purged));
    assertEquals(before, everything(kept));
    assertEquals("TENANT_NOT_FOUND", users(purged).code());
    assertEquals("TENANT_NOT_FOUND", Fixtures.root().get(path(purged)).code());
    assertEquals("TENANT_NOT_FOUND", Fixtures.root().delete(path(purged) + "?purge=true").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aReportSaysWhatWasRemovedAndForWhom(String isolation) {
    JsonObject tenant = filled(isolation);

    assertEquals(204, Fixtures.root().delete(path(tenant) + "?purge=true").status());

    JsonObject report = Fixtures.root().get("/purges?limit=1").array().getJsonObject(0);
    assertEquals(tenant.getString("id"), report.getString("tenantId"));
    assertEquals(tenant.getString("subdomain"), report.getString("subdomain"));
    assertEquals(isolation, report.getString("isolation"));
    assertEquals("done", report.getString("status"));
    assertEquals("request", report.getString("reason"));
    assertEquals("root", report.getString("requestedBy"));
    JsonObject removed = report.getJsonObject("removed");
    JsonObject tables = removed.getJsonObject("tables");
    for (String table : List.of("users", "products", "orders", "order_lines", "residence")) {
      assertEquals(1, tables.getInteger(table), removed::encode);
    }
    assertEquals(
        tables.stream().mapToLong(table -> ((Number) table.getValue()).longValue()).sum(),
        removed.getLong("rows"));
    assertEquals(isolation.equals("database_per_tenant"), removed.containsKey("database"));
  }

  @Test
  void whatSomebodyElseHasMadeInTheStorageGoesToo() {
    JsonObject tenant = filled("schema_per_tenant");
    String schema = "tenant_" + tenant.getString("id").replace("-", "");
    superuser.run("CREATE TABLE " + schema + ".strange AS SELECT 1 AS one");

    assertEquals(204, Fixtures.root().delete(path(tenant) + "?purge=true").status());

    assertEquals(List.of(), traces(tenant));
    JsonObject report = Fixtures.root().get("/purges?limit=1").array().getJsonObject(0);
    JsonObject tables = report.getJsonObject("removed").getJsonObject("tables");
    assertTrue(tables.containsKey("strange"), tables::encode);
    assertNull(tables.getValue("strange"));
  }

  @Test
  void aPurgeThatFailsIsRecordedAndGoneOnWithWhileThereIsNoWayBack() {
    JsonObject tenant = filled("shared_database");
    superuser.run(
        "CREATE TABLE public.obstacle (tenant_id uuid REFERENCES shared.residence)",
        "INSERT INTO public.obstacle VALUES ('" + tenant.getString("id") + "')");
    try {
      assertNotEquals(204, Fixtures.root().delete(path(tenant) + "?purge=true").status());
      JsonObject failed = Fixtures.root().get("/purges?limit=1").array().getJsonObject(0);
      assertEquals("failed", failed.getString("status"), failed::encode);
      assertTrue(failed.getString("lastError").contains("obstacle"), failed::encode);
      Api.Answer restored = Fixtures.root().put(path(tenant) + "/restore", null);
      assertEquals("CONFLICT", restored.code(), restored.text());
    } finally {
      superuser.run("DROP TABLE public.obstacle");
    }

    assertEquals(204, Fixtures.root().delete(path(tenant) + "?purge=true").status());
    assertEquals(List.of(), traces(tenant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aPurgeInTheMidstOfWorkLeavesNothing(String isolation) {
    JsonObject purged = filled(isolation);
    Api admin = Fixtures.admin(purged.getString("subdomain"));

    List<Api.Answer> answers =
        AtOnce.send(
            40,
            i ->
                i == 20
                    ? Fixtures.root().sendAsync("DELETE", path(purged) + "?purge=true", null)
                    : admin.sendAsync("POST", "/products", Fixtures.product("p" + i, 1, 1)));

    assertEquals(List.of(), traces(purged));
    Map<String, Integer> outcomes = AtOnce.outcomes(answers);
    assertEquals(1, outcomes.get("204"), outcomes::toString);
    assertNull(outcomes.get("500 INTERNAL"), outcomes::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema_per_tenant", "database_per_tenant", "shared_database"})
  void aPurgeInTheMidstOfTheCreationLeavesNothing(String isolation) {
    List<JsonObject> pending = IntStream.range(0, 5).mapToObj(i -> createLater(isolation)).toList();

    pending.forEach(
        tenant -> {
          Api.Answer answer = Fixtures.root().delete(path(tenant) + "?purge=true");
          assertEquals(204, answer.status(), answer.text());
        });

    // A creation that lost against the purge may take a moment to see it.
    pause(500);
    pending.forEach(tenant -> assertEquals(List.of(), traces(tenant)));
  }

  private static JsonObject createLater(String isolation) {
    String subdomain = Fixtures.subdomain();
    JsonObject tenant =
        new JsonObject()
            .put("name", subdomain)
            .put("subdomain", subdomain)
            .put("isolation", isolation);
    Api.Answer accepted = Fixtures.root().with("Prefer", "respond-async").post("/tenants", tenant);
    assertEquals(202, accepted.status(), accepted.text());
    return accepted.json();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A tenant with something in every table. */
  private static JsonObject filled(String isolation) {
    JsonObject tenant = Fixtures.tenant(isolation);
    Api admin = Fixtures.admin(tenant.getString("subdomain")).with("Idempotency-Key", "key");
    String user = id(admin.post("/users", Fixtures.user("ann@example.com")));
    String product = id(admin.post("/products", Fixtures.product("thing", 100, 5)));
    id(admin.post("/orders", Fixtures.order(user, product, 1)));
    return tenant;
  }

  private static String id(Api.Answer made) {
    assertEquals(201, made.status(), made.text());
    return made.json().getString("id");
  }

  private static String path(JsonObject tenant) {
    return "/tenants/" + tenant.getString("id");
  }

  private static Api.Answer users(JsonObject tenant) {
    return Fixtures.admin(tenant.getString("subdomain")).get("/users");
  }

  private static String everything(JsonObject tenant) {
    Api admin = Fixtures.admin(tenant.getString("subdomain"));
    return admin.get("/users").text() + admin.get("/products").text() + admin.get("/orders").text();
  }

  /** Where anything of a tenant is left: its schema or database, tables with rows of it. */
  private List<String> traces(JsonObject tenant) {
    String id = tenant.getString("id");
    String storage = "'tenant_" + id.replace("-", "") + "'";
    String rows =
        superuser.texts(SHARED_TABLES).stream()
            .map(
                table -> "SELECT '" + table + "' FROM " + table + " WHERE tenant_id = '" + id + "'")
            .collect(Collectors.joining(" UNION ALL "));
    return superuser.texts(
        "SELECT nspname::text FROM pg_namespace WHERE nspname = "
            + storage
            + " UNION ALL SELECT datname FROM pg_database WHERE datname = "
            + storage
            + " UNION ALL SELECT id::text FROM registry.tenants WHERE id = '"
            + id
            + "' UNION ALL "
            + rows);
  }
}
