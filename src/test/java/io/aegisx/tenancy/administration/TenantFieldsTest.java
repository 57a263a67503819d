package io.aegisx.tenancy.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tenant's own administrator sees of it and may change: its name and its look. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantFieldsTest {

  private JsonObject tenant;
  private String path;
  private Api admin;

  @BeforeEach
  void makeTenant() {
    tenant = Fixtures.tenant("shared_database");
    path = "/tenants/" + tenant.getString("subdomain");
    admin =
        Api.ofService().withToken(ServiceResource.issuer().admin(tenant.getString("subdomain")));
  }

  @Test
  void theAdministratorSeesTheTenantAsTheContractSays() {
    JsonObject seen = admin.get(path).json();

    assertEquals(
        Set.of(
            "id",
            "name",
            "subdomain",
            "status",
            "plan",
            "isolation",
            "settings",
            "createdAt",
            "updatedAt"),
        seen.fieldNames());
    assertEquals(
        Set.of("maxUsers", "storageLimit", "features", "branding"),
        seen.getJsonObject("settings").fieldNames());
  }

  static Stream<JsonObject> allowed() {
    return Stream.of(
        json("name", "Renamed"),
        settings("branding", json("logo", "/logo.svg").put("primaryColor", "#123456")),
        settings("branding", json("primaryColor", "#654321")).put("name", "Both"));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void theAdministratorChangesNameAndLook(JsonObject change) {
    assertEquals(200, admin.put(path, change).status());
    Api.Answer patched = admin.patch(path, change);

    assertEquals(200, patched.status(), patched.text());
    assertEquals(tenant.mergeIn(change, true), unstamped(patched.json()));
  }

  @Test
  void theAdministratorMaySendAllTheRestUnchanged() {
    JsonObject whole = admin.get(path).json().put("name", "Whole");

    Api.Answer put = admin.put(path, whole);

    assertEquals(200, put.status(), put.text());
    assertEquals("Whole", put.json().getString("name"));
  }

  static Stream<Arguments> forbidden() {
    return Stream.of(
        Arguments.of("id", json("id", UUID.randomUUID().toString())),
        Arguments.of("subdomain", json("subdomain", "taken-over")),
        Arguments.of("status", json("status", "suspended")),
        Arguments.of("plan", json("plan", "enterprise")),
        Arguments.of("isolation", json("isolation", "schema_per_tenant")),
        Arguments.of("createdAt", json("createdAt", "2020-01-01T00:00:00Z")),
        Arguments.of("updatedAt", json("updatedAt", "2020-01-01T00:00:00Z")),
        Arguments.of("settings.maxUsers", settings("maxUsers", 11)),
        Arguments.of("settings.storageLimit", settings("storageLimit", 1_000_000)),
        Arguments.of("settings.features", settings("features", new JsonArray().add("all"))),
        Arguments.of("settings.customDomain", settings("customDomain", "shop.example.com")),
        Arguments.of(
            "plan, settings.maxUsers",
            json("plan", "pro").put("settings", json("maxUsers", 99)).put("name", "Sneaky")));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void theAdministratorChangesNothingElse(String fields, JsonObject change) {
    Api.Answer before = admin.get(path);

    for (Api.Answer answer :
        new Api.Answer[] {admin.put(path, change), admin.patch(path, change)}) {
      assertEquals("403 FIELD_FORBIDDEN", answer.status() + " " + answer.code(), answer.text());
      assertEquals(fields, violated(answer));
    }
    assertEquals(before.text(), admin.get(path).text());
  }

  @Test
  void unsettingALimitIsAChangeToo() {
    Fixtures.root().put(path, settings("maxUsers", 3).put("name", "Small"));

    Api.Answer answer = admin.patch(path, settings("maxUsers", null));

    assertEquals("FIELD_FORBIDDEN", answer.code(), answer.text());
    assertEquals(3, admin.get(path).json().getJsonObject("settings").getInteger("maxUsers"));
  }

  @Test
  void changingTheLookLeavesTheLimitsToThePlan() {
    admin.put(path, settings("branding", json("primaryColor", "#123456")));

    JsonObject upgraded = Fixtures.root().put(path, json("plan", "pro")).json();

    assertEquals(100, upgraded.getJsonObject("settings").getInteger("maxUsers"));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void aMemberChangesNothingAtAll(String fields, JsonObject change) {
    Api member = Fixtures.member(tenant.getString("subdomain"));

    assertEquals("FORBIDDEN", member.put(path, change).code(), fields);
    assertEquals("FORBIDDEN", member.put(path, json("name", "Mine")).code());
    assertEquals("FORBIDDEN", member.get(path).code());
  }

  @Test
  void theSuperAdminChangesPlanAndLimits() {
    JsonObject change = settings("maxUsers", 11).put("plan", "enterprise");

    Api.Answer answer = Fixtures.root().put(path, change);

    assertEquals(200, answer.status(), answer.text());
    assertEquals("enterprise", answer.json().getString("plan"));
    assertEquals(11, answer.json().getJsonObject("settings").getInteger("maxUsers"));
  }

  private static String violated(Api.Answer answer) {
    Set<String> fields = new TreeSet<>();
    JsonArray violations = answer.json().getJsonArray("violations");
    for (int i = 0; i < violations.size(); i++) {
      fields.add(violations.getJsonObject(i).getString("field"));
    }
    return String.join(", ", fields);
  }

  /** Without the time of the last change. */
  private JsonObject unstamped(JsonObject seen) {
    return seen.copy().put("updatedAt", tenant.getString("updatedAt"));
  }

  private static JsonObject settings(String name, Object value) {
    return json("settings", json(name, value));
  }

  private static JsonObject json(String name, Object value) {
    return new JsonObject().put(name, value);
  }
}
