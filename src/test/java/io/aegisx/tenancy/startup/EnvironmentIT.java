package io.aegisx.tenancy.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every variable that an operator knows, set to something else than its default. */
class EnvironmentIT {

  private static ServiceStack stack;
  private static ServiceProcess service;

  @BeforeAll
  static void startWithEveryVariable() {
    stack = ServiceStack.start("environment");
    Map<String, String> environment = stack.environment();
    environment.put("TENANCY_STRATEGY", "schema_per_tenant");
    environment.put("TENANCY_IDENTIFICATION", "header,subdomain");
    environment.put("TENANCY_BASE_DOMAIN", "saas.example");
    environment.put("DEFAULT_TENANT", "home");
    environment.put("TENANT_CACHE_ENABLED", "true");
    environment.put("TENANT_CACHE_TTL", "5");
    environment.put("DB_NAME", "aegisx");
    environment.put("DB_ADMIN_HOST", "127.0.0.1");
    environment.put("DB_ADMIN_PORT", environment.get("DB_PORT"));
    environment.put("DB_POOLER", "transaction");
    environment.put("ENCRYPTION_SECRET", Base64.getEncoder().encodeToString(new byte[32]));
    environment.put("OIDC_AUDIENCE", "their-api");
    environment.put("OIDC_CLIENT_ID", "their-console");
    service = ServiceProcess.start(environment).awaitReady();
  }

  @AfterAll
  static void stop() {
    service.close();
    stack.close();
  }

  @Test
  void theStrategyIsTheIsolationOfATenantThatAsksForNone() {
    assertEquals("schema_per_tenant", make("strategic").getString("isolation"));
  }

  @Test
  void theAudienceIsTheOneThatTokensMustHave() {
    String other = superAdminFor("aegisx-api");

    assertEquals("UNAUTHENTICATED", service.api().withToken(other).get("/tenants").code());
    assertEquals(200, root().get("/tenants").status());
  }

  @Test
  void aTenantIsFoundBelowTheBaseDomainAndByHeaderButNotByPath() {
    make("placed");

    assertEquals(200, root().with("Host", "placed.saas.example").get("/users").status());
    assertEquals(200, root().forTenant("placed").get("/users").status());
    assertEquals("NOT_FOUND", root().get("/tenants/placed/users").code());
  }

  @Test
  void theDefaultTenantServesWhereNothingNamesOne() {
    make("home");

    assertEquals("home", service.api().get("/tenants/current").json().getString("subdomain"));
  }

  private static JsonObject make(String subdomain) {
    JsonObject tenant = new JsonObject().put("name", subdomain).put("subdomain", subdomain);
    Api.Answer made = root().post("/tenants", tenant);
    assertEquals(201, made.status(), made.text());
    return made.json();
  }

  private static Api root() {
    return service.api().withToken(superAdminFor("their-api"));
  }

  private static String superAdminFor(String audience) {
    return stack
        .issuer()
        .token(
            claims -> {
              claims.setAudience(audience);
              claims.setStringListClaim("roles", "super-admin");
            });
  }
}
