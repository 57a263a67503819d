package io.aegisx.tenancy.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ConfigurationTest {

  static final List<String> ISOLATIONS = List.of(Fixtures.ISOLATIONS);

  @ParameterizedTest
  @FieldSource("ISOLATIONS")
  void aValueIsSetReadListedChangedAndUnset(String isolation) {
    Api admin = admin(isolation);

    Api.Answer set = admin.put("/config/ui.theme", value("\"dark\""));
    assertEquals(200, set.status(), set.toString());
    assertEquals("dark", set.json().getString("value"));
    assertEquals("tenant", set.json().getString("origin"));
    assertFalse(set.json().getBoolean("secret"));
    assertEquals(set.json(), admin.get("/config/ui.theme").json());
    assertTrue(admin.get("/config").array().contains(set.json()));
    assertEquals(
        "light", admin.put("/config/ui.theme", value("\"light\"")).json().getString("value"));
    assertEquals(204, admin.delete("/config/ui.theme").status());
    ProblemAssert.assertProblem(ErrorCode.NOT_FOUND, admin.get("/config/ui.theme"));
    ProblemAssert.assertProblem(ErrorCode.NOT_FOUND, admin.delete("/config/ui.theme"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "true", "1.5", "12345678901234567", "\"\"", "[1,[]]", "{\"a\":{\"b\":1}}"})
  void anyJsonIsAValue(String json) {
    Api admin = admin("shared_database");

    Api.Answer set = admin.put("/config/any", value(json));

    assertEquals(Json.decodeValue(json), set.json().getValue("value"), set.toString());
    assertEquals(Json.decodeValue(json), admin.get("/config/any").json().getValue("value"));
  }

  @Test
  void whereNothingIsSetTheCallersDefaultIsAnswered() {
    Api admin = admin("shared_database");

    Api.Answer answered = admin.get("/config/none?default=%7B%22a%22%3A1%7D");

    assertEquals(new JsonObject().put("a", 1), answered.json().getJsonObject("value"));
    assertEquals("default", answered.json().getString("origin"));
    assertNull(answered.json().getValue("updatedAt"));
    ProblemAssert.assertInvalid("default", admin.get("/config/none?default=%7B"));
    admin.put("/config/none", value("2"));
    assertEquals(2, admin.get("/config/none?default=1").json().getInteger("value"));
  }

  @Test
  void aTenantSeesItsOwnValuesOnlyAlsoWhenTheyAreRemembered() {
    Map<String, Api> tenants =
        Map.of(
            "a", admin("shared_database"),
            "b", admin("shared_database"),
            "c", admin("schema_per_tenant"),
            "d", admin("database_per_tenant"));
    tenants.forEach((name, api) -> api.put("/config/whose", value("\"" + name + "\"")));
    for (int round = 0; round < 20; round++) {
      tenants.forEach(
          (name, api) ->
              AtOnce.send(3, i -> api.sendAsync("GET", "/config/whose", null))
                  .forEach(answer -> assertEquals(name, answer.json().getString("value"))));
    }
  }

  @Test
  void aSecretIsShownToTheTenantsAdministratorOnlyAndStoredUnreadable() {
    JsonObject tenant = Fixtures.tenant("schema_per_tenant");
    String subdomain = tenant.getString("subdomain");
    Api admin = Fixtures.admin(subdomain);

    Api.Answer set =
        admin.put("/config/smtp.password", value("\"hunter2-secret\"").put("secret", true));

    assertEquals(200, set.status(), set.toString());
    JsonObject own = admin.get("/config/smtp.password").json();
    assertEquals("hunter2-secret", own.getString("value"));
    assertTrue(own.getBoolean("secret"));
    for (Api other : List.of(Fixtures.member(subdomain), Fixtures.root().forTenant(subdomain))) {
      JsonObject masked = other.get("/config/smtp.password").json();
      assertTrue(masked.getBoolean("secret"));
      assertNull(masked.getValue("value"));
      assertFalse(other.get("/config").text().contains("hunter2"));
    }
    assertFalse(admin.get("/audit").text().contains("hunter2"));
    assertFalse(admin.get("/config/smtp.password/history").text().contains("hunter2"));
    // What is changed later stays the secret that it was.
    admin.put("/config/smtp.password", value("\"hunter3-secret\""));
    assertTrue(admin.get("/config/smtp.password").json().getBoolean("secret"));
    assertEquals("hunter3-secret", admin.get("/config/smtp.password").json().getString("value"));
    String schema = "tenant_" + tenant.getString("id").replace("-", "");
    List<String> stored =
        io.aegisx.tenancy.testing.Superuser.ofService()
            .texts("SELECT value::text FROM " + schema + ".configuration WHERE secret");
    assertEquals(1, stored.size());
    assertFalse(stored.get(0).contains("hunter"), stored.get(0));
  }

  @Test
  void theHistorySaysWhoSetWhat() {
    Api admin = admin("database_per_tenant");
    admin.put("/config/limit", value("1"));
    admin.put("/config/limit", value("2"));
    admin.delete("/config/limit");

    List<JsonObject> history =
        admin.get("/config/limit/history").array().stream().map(JsonObject.class::cast).toList();

    assertEquals(3, history.size());
    assertNull(history.get(0).getValue("after"));
    assertEquals(2, history.get(1).getJsonObject("after").getInteger("value"));
    assertEquals(1, history.get(1).getJsonObject("before").getInteger("value"));
    assertNull(history.get(2).getValue("before"));
    assertFalse(history.get(0).getString("actor").isEmpty());
  }

  @Test
  void aChangeBasedOnAnOldVersionIsRefused() {
    Api admin = admin("shared_database");
    String first = admin.put("/config/v", value("1")).header("ETag");
    String second = admin.with("If-Match", first).put("/config/v", value("2")).header("ETag");

    assertNotEquals(first, second);
    ProblemAssert.assertProblem(
        ErrorCode.PRECONDITION_FAILED, admin.with("If-Match", first).put("/config/v", value("3")));
    ProblemAssert.assertProblem(
        ErrorCode.PRECONDITION_FAILED, admin.with("If-Match", first).delete("/config/v"));
    assertEquals(304, admin.with("If-None-Match", second).get("/config/v").status());
    admin.delete("/config/v");
    admin.put("/config/v", value("1"));
    ProblemAssert.assertProblem(
        ErrorCode.PRECONDITION_FAILED, admin.with("If-Match", first).delete("/config/v"));
    ProblemAssert.assertProblem(
        ErrorCode.PRECONDITION_FAILED,
        admin.with("If-Match", "*").put("/config/never", value("1")));
  }

  @Test
  void whatTheProgramDefinesIsCheckedAndHasADefault() {
    Api admin = admin("schema_per_tenant");

    ProblemAssert.assertInvalid("value", admin.put("/config/locale", value("7")));
    ProblemAssert.assertInvalid("value", admin.put("/config/locale", value("\"no locale!\"")));
    assertEquals(200, admin.put("/config/locale", value("\"de-AT\"")).status());
    admin.delete("/config/locale");
    JsonObject fallback = admin.get("/config/locale").json();
    assertEquals("en", fallback.getString("value"));
    assertEquals("default", fallback.getString("origin"));
  }

  @Test
  void wrongRequestsAreRefusedAndChangeNothing() {
    Api admin = admin("shared_database");
    ProblemAssert.assertInvalid("value", admin.put("/config/k", new JsonObject()));
    ProblemAssert.assertInvalid("valu", admin.put("/config/k", new JsonObject().put("valu", 1)));
    ProblemAssert.assertInvalid("value", admin.put("/config/k", value("\"a\\u0000b\"")));
    ProblemAssert.assertInvalid(
        "value", admin.put("/config/k", new JsonObject().put("value", "x".repeat(70_000))));
    ProblemAssert.assertInvalid("key", admin.put("/config/" + "k".repeat(129), value("1")));
    ProblemAssert.assertInvalid("key", admin.get("/config/-k"));
    ProblemAssert.assertProblem(ErrorCode.NOT_FOUND, admin.get("/config/k"));
  }

  @Test
  void pagesAreInTheOrderOfTheKeys() {
    Api admin = admin("shared_database");
    List.of("b", "a", "C").forEach(key -> admin.put("/config/" + key, value("1")));

    Api.Answer page = admin.get("/config?limit=2");

    assertEquals(List.of("C", "a"), keys(page));
    String next = page.header("Link").replaceAll("^<[^/]+//[^/]+([^>]+)>.*", "$1");
    assertEquals(List.of("b", "locale"), keys(admin.get(next)));
  }

  private static List<String> keys(Api.Answer page) {
    return page.array().stream().map(item -> ((JsonObject) item).getString("key")).toList();
  }

  private static Api admin(String isolation) {
    return Fixtures.admin(Fixtures.tenant(isolation).getString("subdomain"));
  }

  private static JsonObject value(String json) {
    return new JsonObject("{\"value\":" + json + "}");
  }
}
