package io.aegisx.tenancy.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member orders for the user with the address of its token. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class BuyerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ann@example.com, ann@example.com, 201",
    "Ann@Example.com, aNN@eXAMPLE.COM, 201",
    "\u00c9ve@example.com, \u00c9ve@example.com, 201",
    // Its lower case is one letter to some, and two to others.
    "\u0130rem@example.com, \u0130rem@example.com, 201",
    "ann@example.com, bob@example.com, 403"
  })
  void theAddressIsComparedAsItsUniquenessIs(String stored, String claimed, int status) {
    String tenant = Fixtures.tenant("shared_database").getString("subdomain");
    Api admin = Fixtures.admin(tenant);
    assertEquals(201, admin.post("/users", Fixtures.user(stored)).status());
    String product = admin.post("/products", Fixtures.product("one", 1, 1)).json().getString("id");
    JsonObject order = Fixtures.order("", product, 1);
    order.remove("userId");

    Api.Answer answer = member(tenant, claimed).post("/orders", order);

    assertEquals(status, answer.status(), answer.text());
  }

  private static Api member(String tenant, String email) {
    String token =
        ServiceResource.issuer()
            .token(
                claims -> {
                  claims.setStringClaim("tenant_id", tenant);
                  claims.setStringClaim("email", email);
                });
    return Api.ofService().withToken(token).forTenant(tenant);
  }
}
