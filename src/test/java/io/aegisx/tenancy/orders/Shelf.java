package io.aegisx.tenancy.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;

/** A tenant with one user and 15 of one product. */
record Shelf(Api admin, String user, String product) {

  static Shelf of(String isolation) {
    Api admin = Fixtures.admin(Fixtures.tenant(isolation).getString("subdomain"));
    return new Shelf(
        admin,
        made(admin.post("/users", Fixtures.user("buyer@example.com"))),
        made(admin.post("/products", Fixtures.product("thing", 100, 15))));
  }

  private static String made(Api.Answer answer) {
    assertEquals(201, answer.status(), answer.text());
    return answer.json().getString("id");
  }

  CompletableFuture<Api.Answer> order(int quantity) {
    return admin.sendAsync("POST", "/orders", Fixtures.order(user, product, quantity));
  }

  CompletableFuture<Api.Answer> cancel(String order) {
    return admin.sendAsync("PUT", "/orders/" + order + "/cancel", null);
  }

  CompletableFuture<Api.Answer> fulfil(String order) {
    return admin.sendAsync("PUT", "/orders/" + order + "/fulfil", null);
  }

  long stock() {
    return admin.get("/products/" + product).json().getLong("stock");
  }

  /** What orders that are not cancelled have taken. */
  long sold() {
    return admin.get("/orders?limit=200").array().stream()
        .map(JsonObject.class::cast)
        .filter(order -> !order.getString("status").equals("cancelled"))
        .mapToLong(order -> order.getJsonArray("lines").getJsonObject(0).getLong("quantity"))
        .sum();
  }
}
