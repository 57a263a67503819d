package io.aegisx.tenancy.administration.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The page that tells how the platform does, of a service with tenants that are known. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OverviewIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static Installation service;
  private static String busy;

  @BeforeAll
  static void start() {
    service =
        Installation.start(
            "overview",
            Map.of("TENANCY_USAGE_FLUSH_EVERY", "500ms", "TENANCY_STORAGE_MEASURE_EVERY", "1s"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  @Order(1)
  void aServiceWithoutTenantsHasNothingToTell() {
    JsonObject overview = overview();

    assertEquals(0, overview.getJsonObject("tenants").getInteger("total"));
    assertEquals(30, overview.getJsonArray("days").size());
    for (String list : List.of("busiest", "nearQuota", "provisioning")) {
      assertEquals("[]", overview.getJsonArray(list).encode(), list);
    }
  }

  @Test
  @Order(2)
  void tenantsAreCountedByWhatTheyAre() {
    busy = Fixtures.subdomain();
    service.tenant(busy, "shared_database", new JsonObject().put("maxUsers", 5));
    String suspended = Fixtures.subdomain();
    service.tenant(suspended, "schema_per_tenant");
    service.root().put("/tenants/" + suspended + "/suspend", null);
    String deleted = Fixtures.subdomain();
    service.tenant(deleted, "shared_database");
    service.root().delete("/tenants/" + deleted);

    JsonObject tenants = overview().getJsonObject("tenants");

    assertEquals(2, tenants.getInteger("total"));
    assertEquals(
        Map.of("pending", 0, "active", 1, "suspended", 1, "deleted", 1),
        tenants.getJsonObject("byStatus").getMap());
    assertEquals(
        Map.of("basic", 0, "pro", 0, "enterprise", 2), tenants.getJsonObject("byPlan").getMap());
    assertEquals(
        Map.of("shared_database", 1, "schema_per_tenant", 1, "database_per_tenant", 0),
        tenants.getJsonObject("byIsolation").getMap());
    JsonObject today = overview().getJsonArray("days").getJsonObject(29);
    assertEquals(LocalDate.now(ZoneOffset.UTC).toString(), today.getString("day"));
    assertEquals(3, today.getInteger("created"), today::encode);
    assertEquals(1, today.getInteger("deleted"), today::encode);
    assertEquals(2, today.getInteger("tenants"), today::encode);
  }

  @Test
  @Order(3)
  void whoIsBusyAndWhoIsNearALimitIsNamed() {
    Api admin = service.admin(busy);
    for (int i = 0; i < 4; i++) {
      assertEquals(201, admin.post("/users", Fixtures.user("u" + i + "@example.com")).status());
    }

    Polling.await(SOON, () -> !overview().getJsonArray("nearQuota").isEmpty());
    Polling.await(SOON, () -> busiest(overview()).getLong("requests") >= 4);

    JsonArray near = overview().getJsonArray("nearQuota");
    assertEquals(1, near.size(), near::encode);
    assertEquals("users", near.getJsonObject(0).getString("quota"));
    assertEquals(4, near.getJsonObject(0).getInteger("used"));
    assertEquals(5, near.getJsonObject(0).getInteger("limit"));
    assertEquals(busy, near.getJsonObject(0).getJsonObject("tenant").getString("subdomain"));
    assertEquals(busy, busiest(overview()).getJsonObject("tenant").getString("subdomain"));
    JsonObject today = overview().getJsonArray("days").getJsonObject(29);
    assertTrue(today.getInteger("requests") >= 4, today::encode);

    service.root().put("/tenants/" + busy, limit("storageLimit", 0));
    JsonArray both = overview().getJsonArray("nearQuota");
    assertEquals("storage", both.getJsonObject(0).getString("quota"), both::encode);
    assertEquals(2, both.size(), both::encode);
  }

  private static JsonObject limit(String name, int value) {
    return new JsonObject().put("settings", new JsonObject().put(name, value));
  }

  private static JsonObject busiest(JsonObject overview) {
    JsonArray found = overview.getJsonArray("busiest");
    return found.isEmpty() ? new JsonObject().put("requests", 0) : found.getJsonObject(0);
  }

  @Test
  @Order(4)
  void aTenantThatCannotBeMadeIsNamedWithTheReason() {
    service.stack().sql("ALTER ROLE aegisx_admin NOCREATEDB");
    String name = Fixtures.subdomain();
    JsonObject wanted =
        new JsonObject()
            .put("name", "Stuck")
            .put("subdomain", name)
            .put("isolation", "database_per_tenant");
    assertEquals(503, service.root().post("/tenants", wanted).status());

    JsonObject failed = overview().getJsonArray("provisioning").getJsonObject(0);

    assertEquals(name, failed.getJsonObject("tenant").getString("subdomain"));
    assertEquals("database", failed.getString("step"));
    assertFalse(failed.getString("error").isBlank());
    service.stack().sql("ALTER ROLE aegisx_admin CREATEDB");
  }

  @Test
  @Order(5)
  void theLastProofAndTheStateOfTheFleetAreTold() {
    service.root().post("/isolation", null);

    JsonObject overview = overview();

    assertEquals("isolated", overview.getJsonObject("isolation").getString("verdict"));
    assertEquals(
        new JsonObject().put("target", 3).put("current", 1).put("behind", 0).put("failed", 0),
        overview.getJsonObject("migrations"));
  }

  private static JsonObject overview() {
    Api.Answer answer = service.root().get("/overview");
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }
}
