package io.aegisx.tenancy.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What a tenant's administrator is told to set up, tried out. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class IdentityProviderTest {

  @Test
  void tokensThatSayWhatIsAskedForAreServed() {
    JsonObject tenant = Fixtures.tenant("shared_database");

    JsonObject provider =
        Fixtures.admin(tenant.getString("subdomain")).get("/identity-provider").json();

    assertEquals(ServiceResource.issuer().issuer(), provider.getString("issuer"));
    for (Object value : provider.getJsonArray("tenantClaimValues")) {
      for (Object roles : provider.getJsonArray("rolesClaims")) {
        Api.Answer made = asTold(provider, (String) value, (String) roles, tenant);
        assertEquals(201, made.status(), value + " " + roles + ": " + made);
      }
    }
  }

  private static Api.Answer asTold(
      JsonObject provider, String value, String roles, JsonObject tenant) {
    String role = provider.getString("administratorRole");
    String[] path = roles.split("/", -1);
    Object stated = java.util.List.of(role);
    for (int i = path.length - 1; i > 0; i--) {
      stated = java.util.Map.of(path[i], stated);
    }
    Object claim = stated;
    String token =
        ServiceResource.issuer()
            .token(
                claims -> {
                  claims.setAudience(provider.getString("audience"));
                  claims.setClaim(provider.getString("tenantClaim"), value);
                  claims.setClaim(path[0], claim);
                });
    return Api.ofService()
        .withToken(token)
        .forTenant(tenant.getString("subdomain"))
        .post("/users", Fixtures.user(Fixtures.subdomain() + "@example.com"));
  }
}
