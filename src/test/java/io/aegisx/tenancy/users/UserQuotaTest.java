package io.aegisx.tenancy.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class UserQuotaTest {

  private static final int ALLOWED = 10;

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void creationsAtOnceFillTheQuotaExactly(String isolation) {
    Api admin = Fixtures.admin(Fixtures.tenant(isolation).getString("subdomain"));

    List<Api.Answer> answers =
        AtOnce.send(50, i -> admin.sendAsync("POST", "/users", Fixtures.user(address(i))));

    assertEquals(
        Map.of("201", ALLOWED, "403 QUOTA_EXCEEDED", 50 - ALLOWED), AtOnce.outcomes(answers));
    assertEquals(ALLOWED, admin.get("/users").array().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void deletionsAndCreationsAtOnceNeverExceedIt(String isolation) {
    Api admin = Fixtures.admin(Fixtures.tenant(isolation).getString("subdomain"));
    List<String> ids =
        AtOnce.send(ALLOWED, i -> admin.sendAsync("POST", "/users", Fixtures.user(address(i))))
            .stream()
            .map(made -> made.json().getString("id"))
            .toList();

    List<Api.Answer> answers =
        AtOnce.send(
            2 * ALLOWED,
            i ->
                i % 2 == 0
                    ? admin.sendAsync("DELETE", "/users/" + ids.get(i / 2), null)
                    : admin.sendAsync("POST", "/users", Fixtures.user("new-" + address(i))));

    Map<String, Integer> outcomes = AtOnce.outcomes(answers);
    int made = outcomes.getOrDefault("201", 0);
    assertEquals(ALLOWED, outcomes.get("204"), outcomes::toString);
    assertEquals(
        ALLOWED, made + outcomes.getOrDefault("403 QUOTA_EXCEEDED", 0), outcomes::toString);
    assertEquals(made, admin.get("/users").array().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void theLimitOfATenantTakesEffectAtOnceAndIsNamed(String isolation) {
    String tenant = Fixtures.tenant(isolation).getString("subdomain");
    Api admin = Fixtures.admin(tenant);
    assertEquals(201, admin.post("/users", Fixtures.user(address(1))).status());
    JsonObject limit = new JsonObject().put("settings", new JsonObject().put("maxUsers", 1));
    assertEquals(200, Fixtures.root().put("/tenants/" + tenant, limit).status());

    Api.Answer refused = admin.post("/users", Fixtures.user(address(2)));

    assertEquals("QUOTA_EXCEEDED", refused.code(), refused.text());
    assertTrue(refused.json().getString("detail").contains("maxUsers"), refused.text());
    assertTrue(refused.json().getString("detail").contains("1 allowed"), refused.text());
  }

  private static String address(int number) {
    return "user" + number + "@example.com";
  }
}
