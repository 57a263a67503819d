package io.aegisx.tenancy.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where paths name no tenant, the control plane itself keeps people out of tenants that are not
 * theirs; and a token can name the tenant.
 */
class PathNamesNoTenantIT {

  private static ServiceStack stack;
  private static ServiceProcess service;
  private static String own;
  private static String other;
  private static String suspended;
  private static String deleted;

  @BeforeAll
  static void start() {
    stack = ServiceStack.start("identification");
    Map<String, String> environment = stack.environment();
    environment.put("TENANCY_IDENTIFICATION", "header,token");
    service = ServiceProcess.start(environment).awaitReady();
    own = tenant();
    other = tenant();
    suspended = tenant();
    deleted = tenant();
    root().put("/tenants/" + suspended + "/suspend", null);
    root().delete("/tenants/" + deleted);
  }

  @AfterAll
  static void stop() {
    service.close();
    stack.close();
  }

  @ParameterizedTest
  @CsvSource({
    "own, own, tenant-admin, 200",
    "own, own, member, 403 FORBIDDEN",
    "own, other, tenant-admin, 403 TENANT_ACCESS_DENIED",
    "own, other, member, 403 FORBIDDEN",
    "suspended, suspended, tenant-admin, 403 TENANT_SUSPENDED",
    "suspended, own, tenant-admin, 403 TENANT_ACCESS_DENIED",
    "deleted, own, tenant-admin, 404 TENANT_NOT_FOUND",
    "deleted, deleted, tenant-admin, 404 TENANT_NOT_FOUND",
    "own, nobody, super-admin, 200",
    "suspended, nobody, super-admin, 200",
    "deleted, nobody, super-admin, 200"
  })
  void aTenantIsShownToItsAdministratorAndTheSuperAdmin(
      String wanted, String bearers, String role, String answer) {
    assertEquals(answer, seen(as(bearers, role).get("/tenants/" + named(wanted))));
  }

  @Test
  void nobodyChangesWhatIsAnothersTenant() {
    Api stranger = as("own", "tenant-admin");

    Api.Answer renamed = stranger.put("/tenants/" + other, new JsonObject().put("name", "Mine"));
    Api.Answer stopped = stranger.put("/tenants/" + other + "/suspend", null);
    Api.Answer gone = stranger.put("/tenants/" + deleted, new JsonObject().put("name", "Mine"));

    assertEquals("403 TENANT_ACCESS_DENIED", seen(renamed));
    assertEquals("403 FORBIDDEN", seen(stopped));
    assertEquals("404 TENANT_NOT_FOUND", seen(gone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b", "Not_A_Label", "UPPER", "-", "a%2fb", "%25"})
  void whatIsNoNameOfATenantIsRefused(String name) {
    assertEquals("400 TENANT_INVALID", seen(root().get("/tenants/" + name)));
    assertEquals("400 TENANT_INVALID", seen(root().delete("/tenants/" + name + "?purge=true")));
  }

  @Test
  void aPathLeadsIntoNoTenant() {
    assertEquals("404 NOT_FOUND", seen(as("own", "member").get("/tenants/" + own + "/users")));
    assertEquals("404 NOT_FOUND", seen(root().get("/tenants/" + own + "/users")));
  }

  @Test
  void aTokenNamesTheTenantWhereNothingElseDoes() {
    Api member = as("own", "member");
    Api admin = as("own", "tenant-admin");

    assertEquals("201", seen(admin.post("/users", Fixtures.user("ann@example.com"))));
    assertEquals(1, member.get("/users").array().size());
    assertEquals(0, as("other", "member").get("/users").array().size());
    assertEquals("400 TENANT_CONFLICT", seen(member.forTenant(other).get("/users")));
    assertEquals("403 TENANT_SUSPENDED", seen(as("suspended", "member").get("/users")));
    assertEquals("404 TENANT_NOT_FOUND", seen(as("deleted", "member").get("/users")));
    assertEquals("400 TENANT_REQUIRED", seen(root().get("/users")));
  }

  @Test
  void aTokenThatDoesNotVerifyLeadsNowhere() {
    String good = token("own", "tenant-admin");
    Api forged = service.api().withToken(good.substring(0, good.lastIndexOf('.') + 1) + "AAAA");

    assertEquals("401 UNAUTHENTICATED", seen(forged.get("/users")));
    assertEquals("401 UNAUTHENTICATED", seen(forged.get("/tenants/current")));
    assertEquals("401 UNAUTHENTICATED", seen(service.api().get("/users")));
  }

  private static Api as(String tenant, String role) {
    return service.api().withToken(token(tenant, role));
  }

  private static String token(String tenant, String role) {
    return stack
        .issuer()
        .token(
            claims -> {
              claims.setStringListClaim("roles", role);
              if (!tenant.equals("nobody")) {
                claims.setStringClaim("tenant_id", named(tenant));
              }
            });
  }

  private static String named(String tenant) {
    return Map.of("own", own, "other", other, "suspended", suspended, "deleted", deleted)
        .get(tenant);
  }

  private static Api root() {
    return service.api().withToken(stack.issuer().superAdmin());
  }

  private static String tenant() {
    String subdomain = Fixtures.subdomain();
    JsonObject tenant = new JsonObject().put("name", subdomain).put("subdomain", subdomain);
    assertEquals("201", seen(root().post("/tenants", tenant)));
    return subdomain;
  }

  private static String seen(Api.Answer answer) {
    return (answer.status() + " " + answer.code()).strip();
  }
}
