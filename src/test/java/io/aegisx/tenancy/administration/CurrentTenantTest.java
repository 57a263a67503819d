package io.aegisx.tenancy.administration;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Operator;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is this host? Anyone is told a little, the tenant's people all. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class CurrentTenantTest {

  private static final String CURRENT = "/tenants/current";

  private JsonObject tenant;
  private String subdomain;
  private JsonObject profile;

  @BeforeEach
  void makeTenantWithALook() {
    subdomain = Fixtures.tenant("shared_database").getString("subdomain");
    JsonObject look = new JsonObject().put("logo", "/logo.svg").put("primaryColor", "#abcdef");
    tenant =
        Fixtures.root()
            .put(
                "/tenants/" + subdomain,
                new JsonObject().put("settings", new JsonObject().put("branding", look)))
            .json();
    profile =
        new JsonObject()
            .put("name", tenant.getString("name"))
            .put("subdomain", subdomain)
            .put("branding", look);
  }

  @Test
  void anyoneSeesTheProfileAndNothingElse() {
    Api anyone = Api.ofService();

    assertEquals(profile, anyone.with("Host", subdomain + ".localhost").get(CURRENT).json());
    assertEquals(profile, anyone.forTenant(subdomain).get(CURRENT).json());
    assertEquals(profile, anyone.forTenant(tenant.getString("id")).get(CURRENT).json());
  }

  @Test
  void anotherTenantsPeopleSeeTheProfile() {
    String other = Fixtures.tenant("shared_database").getString("subdomain");
    Api stranger = Api.ofService().withToken(ServiceResource.issuer().admin(other));

    assertEquals(profile, stranger.forTenant(subdomain).get(CURRENT).json());
  }

  @Test
  void itsOwnPeopleAndASuperAdminSeeAll() {
    assertEquals(tenant, Fixtures.member(subdomain).get(CURRENT).json());
    assertEquals(tenant, Fixtures.admin(subdomain).get(CURRENT).json());
    assertEquals(tenant, Fixtures.root().forTenant(subdomain).get(CURRENT).json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk", "a.b.c"})
  void aTokenThatDoesNotVerifyIsRefused(String token) {
    Api.Answer answer = Api.ofService().forTenant(subdomain).withToken(token).get(CURRENT);

    assertProblem(ErrorCode.UNAUTHENTICATED, answer);
  }

  @Test
  void whereNoTenantIsNamedOneIsNeeded() {
    assertProblem(ErrorCode.TENANT_REQUIRED, Api.ofService().get(CURRENT));
    assertProblem(ErrorCode.TENANT_REQUIRED, Fixtures.root().get(CURRENT));
    assertProblem(ErrorCode.TENANT_NOT_FOUND, Api.ofService().forTenant("nobody").get(CURRENT));
  }

  @Test
  void aSuspendedTenantShowsItsProfileToAnyoneButRefusesItsPeople() {
    Fixtures.root().put("/tenants/" + subdomain + "/suspend", null);

    assertEquals(profile, Api.ofService().forTenant(subdomain).get(CURRENT).json());
    assertProblem(ErrorCode.TENANT_SUSPENDED, Fixtures.member(subdomain).get(CURRENT));
  }

  @Test
  void aTenantThatIsNotReadyOrGoneHasNoProfile() {
    Api pending = Api.ofService().forTenant(Operator.pendingTenant());
    assertProblem(ErrorCode.TENANT_NOT_READY, pending.get(CURRENT));

    Fixtures.root().delete("/tenants/" + subdomain);
    Api deleted = Api.ofService().forTenant(subdomain);
    assertProblem(ErrorCode.TENANT_NOT_FOUND, deleted.get(CURRENT));
  }

  @Test
  void aChangeIsSeenAtOnce() {
    assertEquals(profile, Api.ofService().forTenant(subdomain).get(CURRENT).json());
    Fixtures.admin(subdomain).put("/tenants/" + subdomain, "{\"name\":\"Renamed\"}");

    JsonObject seen = Api.ofService().forTenant(subdomain).get(CURRENT).json();
    assertEquals("Renamed", seen.getString("name"));
  }
}
