package io.aegisx.tenancy.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All sources of a request must name one and the same tenant. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class AgreementTest {

  private JsonObject one;
  private String other;

  @BeforeEach
  void makeTwoTenants() {
    one = Fixtures.tenant("shared_database");
    other = Fixtures.tenant("shared_database").getString("subdomain");
  }

  @Test
  void theIdAndTheSubdomainOfOneTenantAgree() {
    Api.Answer answer =
        member()
            .with("Host", one.getString("subdomain") + ".localhost")
            .forTenant(one.getString("id"))
            .get("/tenants/" + one.getString("subdomain") + "/users");
    assertEquals(200, answer.status(), answer.text());
  }

  @Test
  void twoTenantsAreAConflict() {
    assertEquals("TENANT_CONFLICT", answerTo(one.getString("subdomain"), other));
  }

  @Test
  void aTenantAndNobodyAreAConflict() {
    assertEquals("TENANT_CONFLICT", answerTo(one.getString("subdomain"), "nobody-at-all"));
    assertEquals("TENANT_CONFLICT", answerTo("nobody-at-all", one.getString("subdomain")));
  }

  @Test
  void nobodyIsNotFound() {
    assertEquals("TENANT_NOT_FOUND", answerTo("nobody-at-all", "nobody-at-all"));
  }

  private String answerTo(String host, String header) {
    return member().with("Host", host + ".localhost").forTenant(header).get("/users").code();
  }

  private Api member() {
    return Api.ofService().withToken(ServiceResource.issuer().member(one.getString("subdomain")));
  }
}
