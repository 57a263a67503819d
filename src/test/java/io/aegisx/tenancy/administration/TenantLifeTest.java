package io.aegisx.tenancy.administration;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Operator;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From which state a tenant may go to which, and what its people notice. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantLifeTest {

  @ParameterizedTest
  @CsvSource({
    "active, suspend, suspended",
    "active, activate, active",
    "active, restore, active",
    "active, delete, deleted",
    "active, purge, gone",
    "suspended, suspend, suspended",
    "suspended, activate, active",
    "suspended, restore, suspended",
    "suspended, delete, deleted",
    "suspended, purge, gone",
    "pending, suspend, CONFLICT",
    "pending, activate, active",
    "pending, restore, pending",
    "pending, delete, deleted",
    "pending, purge, gone",
    "deleted, suspend, CONFLICT",
    "deleted, activate, CONFLICT",
    "deleted, restore, active",
    "deleted, delete, deleted",
    "deleted, purge, gone",
    "gone, suspend, TENANT_NOT_FOUND",
    "gone, activate, TENANT_NOT_FOUND",
    "gone, restore, TENANT_NOT_FOUND",
    "gone, delete, TENANT_NOT_FOUND",
    "gone, purge, TENANT_NOT_FOUND"
  })
  void aStepLeadsToAStateOrIsRefused(String from, String step, String outcome) {
    String tenant = tenantThatIs(from);

    Api.Answer answer = take(step, tenant);

    if (outcome.equals("gone")) {
      assertEquals(204, answer.status(), answer.text());
      assertProblem(ErrorCode.TENANT_NOT_FOUND, Fixtures.root().get("/tenants/" + tenant));
    } else if (outcome.toUpperCase(java.util.Locale.ROOT).equals(outcome)) {
      assertProblem(ErrorCode.valueOf(outcome), answer);
    } else {
      assertEquals(200, answer.status(), answer.text());
      assertEquals(outcome, answer.json().getString("status"));
      assertEquals(answer.text(), Fixtures.root().get("/tenants/" + tenant).text());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "active, 200",
    "suspended, TENANT_SUSPENDED",
    "pending, TENANT_NOT_READY",
    "deleted, TENANT_NOT_FOUND",
    "gone, TENANT_NOT_FOUND"
  })
  void itsPeopleAreToldAtOnce(String state, String expected) {
    String tenant = tenantThatIs(state);
    for (Api api : List.of(Fixtures.member(tenant), Fixtures.admin(tenant))) {
      Api.Answer answer = api.get("/users");
      assertEquals(expected, answer.status() == 200 ? "200" : answer.code(), answer.text());
    }
    Api.Answer forRoot = Fixtures.root().forTenant(tenant).get("/users");
    assertEquals(expected, forRoot.status() == 200 ? "200" : forRoot.code(), forRoot.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspend", "activate", "restore", "delete", "purge"})
  void onlyASuperAdminLeadsATenantOn(String step) {
    String tenant = tenantThatIs("active");

    assertProblem(ErrorCode.FORBIDDEN, take(Fixtures.admin(tenant), step, tenant));
    assertProblem(ErrorCode.FORBIDDEN, take(Fixtures.member(tenant), step, tenant));
    assertProblem(ErrorCode.UNAUTHENTICATED, take(Api.ofService(), step, tenant));
    assertEquals("active", Fixtures.root().get("/tenants/" + tenant).json().getString("status"));
  }

  @Test
  void aRepeatedStepChangesNothing() {
    String tenant = tenantThatIs("active");
    for (String step : List.of("activate", "suspend", "delete")) {
      Api.Answer first = take(step, tenant);
      Api.Answer second = take(step, tenant);
      assertEquals(first.text(), second.text());
      assertEquals(first.header("ETag"), second.header("ETag"));
    }
  }

  @Test
  void aDeletedTenantIsSeenByASuperAdminButNotChanged() {
    String tenant = tenantThatIs("deleted");
    String path = "/tenants/" + tenant;

    assertEquals("deleted", Fixtures.root().get(path).json().getString("status"));
    assertProblem(ErrorCode.TENANT_NOT_FOUND, Fixtures.root().put(path, "{\"name\":\"n\"}"));
    assertProblem(ErrorCode.TENANT_NOT_FOUND, Fixtures.root().patch(path, "{\"name\":\"n\"}"));
    assertProblem(ErrorCode.TENANT_NOT_FOUND, Fixtures.admin(tenant).get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aPurgedTenantLeavesNothing(String isolation) {
    String keeper = Fixtures.tenant(isolation).getString("subdomain");
    var tenant = Fixtures.tenant(isolation);
    for (String subdomain : List.of(keeper, tenant.getString("subdomain"))) {
      Fixtures.admin(subdomain).post("/users", Fixtures.user("ann@example.com"));
    }

    assertEquals(204, take("purge", tenant.getString("subdomain")).status());

    assertEquals(List.of(), Operator.tracesOf(tenant));
    assertEquals(1, Fixtures.member(keeper).get("/users").array().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "TRUE", "purge"})
  void aMisspeltWishToPurgeIsNotGuessedAt(String purge) {
    String path = "/tenants/" + tenantThatIs("active");

    assertInvalid("purge", Fixtures.root().delete(path + "?purge=" + purge));
    assertEquals("active", Fixtures.root().get(path).json().getString("status"));
    assertEquals(
        "deleted", Fixtures.root().delete(path + "?purge=false").json().getString("status"));
  }

  private static String tenantThatIs(String state) {
    if (state.equals("pending")) {
      return Operator.pendingTenant();
    }
    String tenant = Fixtures.tenant("shared_database").getString("subdomain");
    switch (state) {
      case "suspended" -> take("suspend", tenant);
      case "deleted" -> take("delete", tenant);
      case "gone" -> take("purge", tenant);
      default -> {}
    }
    return tenant;
  }

  private static Api.Answer take(String step, String tenant) {
    return take(Fixtures.root(), step, tenant);
  }

  private static Api.Answer take(Api api, String step, String tenant) {
    String path = "/tenants/" + tenant;
    return switch (step) {
      case "delete" -> api.delete(path);
      case "purge" -> api.delete(path + "?purge=true");
      default -> api.put(path + "/" + step, null);
    };
  }
}
