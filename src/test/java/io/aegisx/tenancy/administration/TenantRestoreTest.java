package io.aegisx.tenancy.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is deleted comes back as it was. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantRestoreTest {

  @Test
  void anActiveTenantIsActiveAgainWithItsData() {
    String tenant = Fixtures.tenant("shared_database").getString("subdomain");
    Fixtures.admin(tenant).post("/users", Fixtures.user("ann@example.com"));

    assertStatus("deleted", Fixtures.root().delete("/tenants/" + tenant));
    assertEquals("TENANT_NOT_FOUND", Fixtures.member(tenant).get("/users").code());
    assertStatus("active", Fixtures.root().put("/tenants/" + tenant + "/restore", null));

    assertEquals(1, Fixtures.member(tenant).get("/users").array().size());
  }

  @Test
  void aSuspendedTenantIsSuspendedAgain() {
    String tenant = Fixtures.tenant("schema_per_tenant").getString("subdomain");
    assertStatus("suspended", Fixtures.root().put("/tenants/" + tenant + "/suspend", null));

    assertStatus("deleted", Fixtures.root().delete("/tenants/" + tenant));
    assertStatus("deleted", Fixtures.root().delete("/tenants/" + tenant));

    assertStatus("suspended", Fixtures.root().put("/tenants/" + tenant + "/restore", null));
    assertEquals("TENANT_SUSPENDED", Fixtures.member(tenant).get("/users").code());
  }

  @Test
  void aTenantThatIsNotDeletedStaysAsItIs() {
    String tenant = Fixtures.tenant("shared_database").getString("subdomain");
    Api.Answer before = Fixtures.root().get("/tenants/" + tenant);

    Api.Answer after = Fixtures.root().put("/tenants/" + tenant + "/restore", null);

    assertEquals(200, after.status());
    assertEquals(before.header("ETag"), after.header("ETag"));
  }

  @Test
  void aRestoreHonoursIfMatch() {
    String tenant = Fixtures.tenant("shared_database").getString("subdomain");
    Fixtures.root().delete("/tenants/" + tenant);

    Api.Answer lost =
        Fixtures.root().with("If-Match", "\"0\"").put("/tenants/" + tenant + "/restore", null);

    assertEquals("PRECONDITION_FAILED", lost.code());
  }

  private static void assertStatus(String expected, Api.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    assertEquals(expected, answer.json().getString("status"));
  }
}
