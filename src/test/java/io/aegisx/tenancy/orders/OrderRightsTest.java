package io.aegisx.tenancy.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member orders for itself and cancels what it ordered; the administrator does so for all. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class OrderRightsTest {

  private String tenant;
  private String ann;
  private String bob;
  private String product;

  @BeforeEach
  void makeTenant() {
    tenant = Fixtures.tenant("shared_database").getString("subdomain");
    Api admin = Fixtures.admin(tenant);
    ann = id(admin.post("/users", Fixtures.user("ann@example.com")));
    bob = id(admin.post("/users", Fixtures.user("bob@example.com")));
    product = id(admin.post("/products", Fixtures.product("sku", 100, 1000)));
  }

  @Test
  void aMemberOrdersForTheUserWithItsAddress() {
    Api member = member("sub-a", "ann@example.com");

    Api.Answer named = member.post("/orders", Fixtures.order(ann, product, 1));
    Api.Answer unnamed = member.post("/orders", withoutUser());

    assertEquals(201, named.status(), named.text());
    assertEquals(ann, unnamed.json().getString("userId"), unnamed.text());
    assertEquals("sub-a", unnamed.json().getString("placedBy"));
  }

  @Test
  void theAddressIsComparedInAnyCase() {
    Api.Answer answer = member("sub-a", "ANN@Example.com").post("/orders", withoutUser());

    assertEquals(ann, answer.json().getString("userId"), answer.text());
  }

  @Test
  void aMemberOrdersForNobodyElse() {
    JsonObject forBob = Fixtures.order(bob, product, 1);
    JsonObject forNobody = Fixtures.order(UUID.randomUUID().toString(), product, 1);

    assertForbidden(member("sub-a", "ann@example.com").post("/orders", forBob));
    assertForbidden(member("sub-a", "ann@example.com").post("/orders", forNobody));
    assertForbidden(member("sub-a", "nobody@example.com").post("/orders", withoutUser()));
    assertForbidden(member("sub-a", null).post("/orders", withoutUser()));
    assertForbidden(member("sub-a", null).post("/orders", forBob));
  }

  @Test
  void aMemberCancelsWhatItOrderedAndNothingElse() {
    String order = id(member("sub-a", "ann@example.com").post("/orders", withoutUser()));

    assertForbidden(cancel(member("sub-b", "ann@example.com"), order));
    assertForbidden(cancel(member("SUB-A", "ann@example.com"), order));
    assertForbidden(cancel(member(null, "ann@example.com"), order));
    assertEquals(200, cancel(member("sub-a", "bob@example.com"), order).status());
  }

  @Test
  void whatSomebodyUnnamedOrderedIsCancelledByTheAdministratorOnly() {
    String order = id(member(null, "ann@example.com").post("/orders", withoutUser()));

    assertForbidden(cancel(member(null, "ann@example.com"), order));
    assertForbidden(cancel(member("", "ann@example.com"), order));
    assertEquals(200, cancel(Fixtures.admin(tenant), order).status());
  }

  @Test
  void onlyTheAdministratorFulfilsAnOrder() {
    Api member = member("sub-a", "ann@example.com");
    String order = id(member.post("/orders", withoutUser()));

    assertForbidden(member.put("/orders/" + order + "/fulfil", null));
    assertEquals(200, Fixtures.admin(tenant).put("/orders/" + order + "/fulfil", null).status());
  }

  @Test
  void theAdministratorOrdersForAnybodyThereIs() {
    Api admin = Fixtures.admin(tenant);

    assertEquals(201, admin.post("/orders", Fixtures.order(bob, product, 1)).status());
    assertEquals("VALIDATION_FAILED", admin.post("/orders", withoutUser()).code());
  }

  private Api member(String subject, String email) {
    Consumer<JwtClaims> claims =
        token -> {
          token.setStringClaim("tenant_id", tenant);
          set(token, "sub", subject);
          set(token, "email", email);
        };
    return Api.ofService().withToken(ServiceResource.issuer().token(claims)).forTenant(tenant);
  }

  private static void set(JwtClaims token, String claim, String value) {
    token.unsetClaim(claim);
    if (value != null) {
      token.setStringClaim(claim, value);
    }
  }

  private JsonObject withoutUser() {
    JsonObject order = Fixtures.order(ann, product, 1);
    order.remove("userId");
    return order;
  }

  private static Api.Answer cancel(Api api, String order) {
    return api.put("/orders/" + order + "/cancel", null);
  }

  private static void assertForbidden(Api.Answer answer) {
    assertEquals("403 FORBIDDEN", answer.status() + " " + answer.code(), answer.text());
  }

  private static String id(Api.Answer made) {
    assertEquals(201, made.status(), made.text());
    return made.json().getString("id");
  }
}
