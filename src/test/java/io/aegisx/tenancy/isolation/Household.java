package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;

/** A tenant with one user, one product and one order. */
record Household(String name, String user, String product, String order) {

  static Household of(String isolation) {
    String name = Fixtures.tenant(isolation).getString("subdomain");
    Api admin = Fixtures.admin(name);
    String user = made(admin.post("/users", Fixtures.user("one@" + name + ".example")));
    String product = made(admin.post("/products", Fixtures.product("one", 100, 10)));
    String order = made(admin.post("/orders", Fixtures.order(user, product, 1)));
    return new Household(name, user, product, order);
  }

  private static String made(Api.Answer answer) {
    assertEquals(201, answer.status(), answer.text());
    return answer.json().getString("id");
  }

  Api admin() {
    return Fixtures.admin(name);
  }

  /** All that it has, as its administrator sees it. */
  String everything() {
    return admin().get("/users").text()
        + admin().get("/products").text()
        + admin().get("/orders").text();
  }
}
