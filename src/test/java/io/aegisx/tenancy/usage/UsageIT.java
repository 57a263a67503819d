package io.aegisx.tenancy.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service that puts usage down twice a second, and measures every second, knows. */
class UsageIT {

  private static final Duration SOON = Duration.ofSeconds(8);
  private static final long MB = 1_048_576;

  private static Installation installation;

  @BeforeAll
  static void start() {
    installation =
        Installation.start(
            "usage",
            Map.of("TENANCY_USAGE_FLUSH_EVERY", "500ms", "TENANCY_STORAGE_MEASURE_EVERY", "1s"));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aTenantSeesWhatItUsesAndNobodyElseDoes(String isolation) {
    String tenant = tenant(isolation);
    String other = tenant(isolation);
    Api admin = installation.admin(tenant);
    for (int i = 0; i < 5; i++) {
      assertEquals(201, admin.post("/users", Fixtures.user("u" + i + "@example.com")).status());
    }
    assertEquals(5, admin.get("/users").array().size());

    Polling.await(SOON, () -> day(tenant).getLong("requests") >= 6);
    JsonObject day = day(tenant);
    assertEquals(LocalDate.now(ZoneOffset.UTC).toString(), day.getString("day"));
    assertEquals(0, day.getLong("errors"));
    assertEquals(0, day.getLong("refused"));
    assertTrue(day.getLong("databaseMillis") > 0, day::encode);
    assertTrue(day.getLong("rows") >= 10, day::encode);
    assertTrue(day.getLong("bytesIn") >= 5 * 40, day::encode);
    assertTrue(day.getLong("bytesOut") >= 10 * 40, day::encode);
    Polling.await(SOON, () -> day(tenant).getLong("storageBytes") > 0);

    JsonObject now = admin.get("/usage").json();
    assertEquals(new JsonObject().put("used", 5).put("limit", 10_000), now.getJsonObject("users"));
    assertEquals(102_400 * MB, now.getJsonObject("storageBytes").getLong("limit"));
    assertTrue(now.getJsonObject("storageBytes").getLong("used") > 0);
    assertNotNull(now.getInstant("measuredAt"));
    assertTrue(now.getJsonObject("requests").getLong("today") >= 6, now::encode);
    assertEquals(20_000, now.getJsonObject("requests").getLong("limitPerSecond"));

    Polling.await(SOON, () -> day(other).getLong("requests") > 0);
    assertEquals(0, day(other).getLong("bytesIn"));
    assertEquals(
        0, installation.admin(other).get("/usage").json().getJsonObject("users").getLong("used"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void whoStoresTooMuchMayReadAndDeleteAndCancelButNotAdd(String isolation) {
    String tenant = tenant(isolation);
    Api admin = installation.admin(tenant);
    Api.Answer product = admin.post("/products", Fixtures.product("one", 100, 10));
    assertEquals(201, product.status());
    String address = "/products/" + product.json().getString("id");
    String user = admin.post("/users", Fixtures.user("a@example.com")).json().getString("id");
    Api.Answer order =
        admin.post("/orders", Fixtures.order(user, product.json().getString("id"), 1));
    assertEquals(201, order.status(), order.text());

    limit(tenant, 0);
    Polling.await(
        SOON,
        () ->
            admin.put(address, new JsonObject().put("stock", 10)).code().equals("QUOTA_EXCEEDED"));

    Api.Answer refused = admin.post("/products", Fixtures.product("two", 100, 10));
    assertEquals("403 QUOTA_EXCEEDED", refused.status() + " " + refused.code());
    assertTrue(
        refused
            .json()
            .getString("detail")
            .matches("storageLimit: [1-9]\\d* bytes stored, 0 allowed"),
        refused.text());
    assertEquals("QUOTA_EXCEEDED", admin.patch(address, new JsonObject().put("stock", 1)).code());
    assertEquals(
        "QUOTA_EXCEEDED",
        installation.root().post("/tenants/" + tenant + "/users", new JsonObject()).code());
    assertEquals(200, admin.get("/products").status());
    String cancel = "/orders/" + order.json().getString("id") + "/cancel";
    assertEquals(200, admin.put(cancel, null).status());
    assertEquals(204, admin.delete("/users/" + freeUser(admin, tenant)).status());

    limit(tenant, 1024);
    Polling.await(
        Duration.ofSeconds(1),
        () -> admin.put(address, new JsonObject().put("stock", 11)).status() == 200);
  }

  /** A user that no order is of, made while there is room. */
  private static String freeUser(Api admin, String tenant) {
    limit(tenant, 1024);
    JsonObject user = Fixtures.user("free@example.com");
    Api.Answer[] made = new Api.Answer[1];
    Polling.await(
        SOON,
        () -> {
          made[0] = admin.post("/users", user);
          return made[0].status() == 201;
        });
    limit(tenant, 0);
    Polling.await(SOON, () -> admin.post("/users", user).code().equals("QUOTA_EXCEEDED"));
    return made[0].json().getString("id");
  }

  @Test
  void whatIsDeletedMakesRoomAgain() {
    JsonObject tenant = installation.tenant(Fixtures.subdomain(), "shared_database");
    String subdomain = tenant.getString("subdomain");
    Api admin = installation.admin(subdomain);
    String id = admin.post("/users", Fixtures.user("a@example.com")).json().getString("id");
    String rows =
        "shared.products WHERE sku LIKE 'bulk-%' AND tenant_id = '" + tenant.getString("id") + "'";
    installation
        .stack()
        .sql(
            "INSERT INTO shared.products (tenant_id, id, sku, name, price_cents, currency, stock)"
                + " SELECT '"
                + tenant.getString("id")
                + "', gen_random_uuid(), 'bulk-' || n, repeat('x', 1000), 1, 'EUR', 1"
                + " FROM generate_series(1, 1200) n");
    limit(subdomain, 1);
    assertEquals(200, admin.put("/users/" + id, new JsonObject().put("name", "B")).status());
    Polling.await(
        SOON,
        () -> admin.post("/users", Fixtures.user("b@example.com")).code().equals("QUOTA_EXCEEDED"));

    installation.stack().sql("DELETE FROM " + rows);
    assertEquals(204, admin.delete("/users/" + id).status());

    Polling.await(SOON, () -> admin.post("/users", Fixtures.user("c@example.com")).status() == 201);
  }

  @Test
  void whatWasNotHeardWhileTheConnectionWasLostIsRead() {
    JsonObject tenant = installation.tenant(Fixtures.subdomain(), "shared_database");
    String subdomain = tenant.getString("subdomain");
    Api admin = installation.admin(subdomain);
    String id = admin.post("/users", Fixtures.user("a@example.com")).json().getString("id");
    limit(subdomain, 1);
    Polling.await(SOON, () -> day(subdomain).getLong("storageBytes") > 0);
    installation
        .stack()
        .sql(
            "UPDATE registry.storage SET bytes = 2000000, measured_at = now() + interval '1 hour'"
                + " WHERE tenant_id = '"
                + tenant.getString("id")
                + "'");
    assertEquals(200, admin.put("/users/" + id, new JsonObject().put("name", "B")).status());

    installation
        .stack()
        .sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'aegisx-changes'");

    Polling.await(
        SOON,
        () ->
            admin
                .put("/users/" + id, new JsonObject().put("name", "C"))
                .code()
                .equals("QUOTA_EXCEEDED"));
  }

  @Test
  void aTenantThatCannotBeMeasuredIsMeasuredLater() {
    JsonObject tenant = installation.tenant(Fixtures.subdomain(), "database_per_tenant");
    String database = "tenant_" + tenant.getString("id").replace("-", "");
    installation
        .stack()
        .sql(
            "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + database
                + "'",
            "DELETE FROM registry.storage WHERE tenant_id = '" + tenant.getString("id") + "'");
    Polling.await(
        SOON,
        () ->
            installation
                .service()
                .output()
                .contains("storage of " + tenant.getString("id") + " is measured later"));
    String other = tenant("schema_per_tenant");
    Polling.await(SOON, () -> day(other).getLong("storageBytes") > 0);

    installation.stack().sql("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    Polling.await(SOON, () -> day(tenant.getString("subdomain")).getLong("storageBytes") > 0);
  }

  @Test
  void strangersAndThePlatformAreNotTheTenantsCost() {
    String tenant = tenant("shared_database");
    Api nobody = installation.service().api().forTenant(tenant);
    for (int i = 0; i < 5; i++) {
      assertEquals(401, nobody.get("/users").status());
      assertEquals(200, nobody.get("/tenants/current").status());
      assertEquals(200, installation.root().get("/tenants/" + tenant).status());
    }
    assertEquals(200, installation.admin(tenant).get("/users").status());

    Polling.await(SOON, () -> !requests(tenant).isEmpty());
    assertEquals("1", requests(tenant));
  }

  @Test
  void whatCannotBePutDownNowIsPutDownLater() {
    String tenant = tenant("shared_database");
    installation.stack().sql("ALTER TABLE registry.usage_days RENAME TO usage_days_away");
    for (int i = 0; i < 4; i++) {
      assertEquals(200, installation.admin(tenant).get("/users").status());
      Fixtures.pause();
    }
    Polling.await(SOON, () -> installation.service().output().contains("put down later"));
    installation.stack().sql("ALTER TABLE registry.usage_days_away RENAME TO usage_days");

    Polling.await(SOON, () -> requests(tenant).equals("4"));
  }

  @Test
  void whatWasCountedIsPutDownWhenTheServiceStops() {
    String tenant = tenant("shared_database");
    Map<String, String> environment = installation.stack().environment();
    environment.put("TENANCY_USAGE_FLUSH_EVERY", "1h");
    try (ServiceProcess second = ServiceProcess.start(environment).awaitReady()) {
      String token = installation.stack().issuer().member(tenant);
      for (int i = 0; i < 3; i++) {
        assertEquals(200, second.api().withToken(token).forTenant(tenant).get("/users").status());
      }
      assertEquals("", requests(tenant));
    }
    assertEquals("3", requests(tenant));
  }

  @Test
  void aPurgedTenantLeavesNothing() {
    JsonObject tenant = installation.tenant(Fixtures.subdomain(), "shared_database");
    String subdomain = tenant.getString("subdomain");
    assertEquals(
        201, installation.admin(subdomain).post("/users", Fixtures.user("a@example.com")).status());
    Polling.await(SOON, () -> !requests(subdomain).isEmpty());

    assertEquals(204, installation.root().delete("/tenants/" + subdomain + "?purge=true").status());

    String id = tenant.getString("id");
    Fixtures.pause();
    for (String table : new String[] {"usage_days", "storage"}) {
      assertEquals(
          "0", text("SELECT count(*) FROM registry." + table + " WHERE tenant_id = '" + id + "'"));
    }
  }

  @Test
  void operatorsSeeWhichTenantCostsWhat() {
    JsonObject tenant = installation.tenant(Fixtures.subdomain(), "schema_per_tenant");
    Api admin = installation.admin(tenant.getString("subdomain"));
    assertEquals(201, admin.post("/users", Fixtures.user("a@example.com")).status());
    String label = "{tenant_id=\"" + tenant.getString("id") + "\"";

    for (String metric :
        new String[] {
          "tenant_db_seconds_total" + label + "}", "tenant_db_rows_total" + label + "}",
        }) {
      Polling.await(SOON, () -> metrics().contains(metric));
    }
    assertTrue(
        metrics()
            .matches(
                "(?s).*tenant_bytes_total\\{direction=\"in\",tenant_id=\""
                    + tenant.getString("id")
                    + "\"\\} [1-9].*"));
  }

  private static String metrics() {
    return installation.service().management().get("/q/metrics").text();
  }

  private static String tenant(String isolation) {
    String subdomain = Fixtures.subdomain();
    installation.tenant(subdomain, isolation);
    return subdomain;
  }

  private static void limit(String tenant, long megabytes) {
    JsonObject settings = new JsonObject().put("storageLimit", megabytes);
    Api.Answer changed =
        installation.root().put("/tenants/" + tenant, new JsonObject().put("settings", settings));
    assertEquals(200, changed.status(), changed.text());
  }

  private static JsonObject day(String tenant) {
    Api.Answer history = installation.admin(tenant).get("/usage/history");
    assertEquals(200, history.status(), history.text());
    return history.array().isEmpty()
        ? new JsonObject().put("requests", 0).put("storageBytes", 0)
        : history.array().getJsonObject(history.array().size() - 1);
  }

  /** What the registry has, which asking for does not change. */
  private static String requests(String tenant) {
    return text(
        "SELECT requests FROM registry.usage_days JOIN registry.tenants ON id = tenant_id"
            + " WHERE requests > 0 AND subdomain = '"
            + tenant
            + "'");
  }

  private static String text(String sql) {
    return installation.stack().superuser().texts(sql).stream().findFirst().orElse("");
  }
}
