package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.vertx.core.json.JsonObject;

/** What is done to orders. */
record OrderActs(Visit visit) {

  private Neighbour tenant() {
    return visit.tenant;
  }

  void place() {
    String user = visit.target("/users");
    String product = visit.target("/products");
    long quantity = 1 + visit.operation.value() % 3;
    Api.Answer answer = visit.send("POST", "/orders", Fixtures.order(user, product, quantity));
    if (!visit.owns("/users", user) || !visit.owns("/products", product)) {
      visit.require(answer, 404, "NOT_FOUND");
    } else if (tenant().products.get(product).getLong("stock") < quantity) {
      visit.require(answer, 409, "OUT_OF_STOCK");
    } else {
      JsonObject placed = visit.require(answer, 201, "").json();
      tenant().orders.put(placed.getString("id"), placed);
      tenant().addStock(product, -quantity);
    }
  }

  /** Cancels or fulfils. */
  void end(String verb, String status) {
    String id = visit.target("/orders");
    Api.Answer answer = visit.send("PUT", "/orders/" + id + "/" + verb, null);
    if (!visit.owns("/orders", id)) {
      visit.require(answer, 404, "NOT_FOUND");
      return;
    }
    JsonObject order = tenant().orders.get(id);
    String before = order.getString("status");
    if (!before.equals("placed") && !before.equals(status)) {
      visit.require(answer, 409, "CONFLICT");
      return;
    }
    assertEquals(order.copy().put("status", status), visit.require(answer, 200, "").json());
    order.put("status", status);
    if (before.equals("placed") && status.equals("cancelled")) {
      Shop.lines(order)
          .forEach(
              line -> tenant().addStock(line.getString("productId"), line.getLong("quantity")));
    }
  }
}
