package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.vertx.core.json.JsonObject;

/** What is done to products. All tenants use the same few article numbers. */
record ProductActs(Visit visit) {

  private Neighbour tenant() {
    return visit.tenant;
  }

  void create() {
    JsonObject product = product("sku-" + visit.operation.value(), "Thing of " + tenant().name);
    Api.Answer answer = visit.send("POST", "/products", product);
    if (tenant().hasProductWith(product.getString("sku"))) {
      visit.require(answer, 409, "CONFLICT");
    } else {
      made(answer);
    }
  }

  /** The platform's administrator uses the same key, even with the same body, in every tenant. */
  void createOnce() {
    String key = "key-" + visit.operation.value() % 2;
    JsonObject product = product("once-" + visit.operation.target() % 2, "The same everywhere");
    Api.Answer answer =
        visit.send(visit.root().with("Idempotency-Key", key), "POST", "/products", product);
    if (tenant().sent.containsKey(key)) {
      repeated(key, product, answer);
    } else if (tenant().hasProductWith(product.getString("sku"))) {
      visit.require(answer, 409, "CONFLICT");
    } else {
      tenant().sent.put(key, product);
      tenant().answered.put(key, made(answer).copy());
    }
  }

  private void repeated(String key, JsonObject product, Api.Answer answer) {
    if (tenant().sent.get(key).equals(product)) {
      visit.require(answer, 201, "");
      assertEquals(tenant().answered.get(key), answer.json());
    } else {
      visit.require(answer, 422, "IDEMPOTENCY_KEY_REUSED");
    }
  }

  void delete() {
    String id = visit.target("/products");
    Api.Answer answer = visit.send("DELETE", "/products/" + id, null);
    if (!visit.owns("/products", id)) {
      visit.require(answer, 404, "NOT_FOUND");
    } else if (tenant().hasOrderOfProduct(id)) {
      visit.require(answer, 409, "CONFLICT");
    } else {
      visit.require(answer, 204, "");
      tenant().products.remove(id);
    }
  }

  private JsonObject made(Api.Answer answer) {
    JsonObject made = visit.require(answer, 201, "").json();
    tenant().products.put(made.getString("id"), made);
    return made;
  }

  private static JsonObject product(String sku, String name) {
    return new JsonObject()
        .put("sku", sku)
        .put("name", name)
        .put("priceCents", 100)
        .put("currency", "EUR")
        .put("stock", 3);
  }
}
