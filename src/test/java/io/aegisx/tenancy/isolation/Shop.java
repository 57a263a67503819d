package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** One tenant's goods and customer. All of its data bears its name, so that it is known again. */
record Shop(String name, Api admin, String userId, List<String> productIds) {

  /** A name that only the database refuses. */
  static final String FORBIDDEN_NAME = "forbidden";

  private static final int PRODUCTS = 3;
  private static final long STOCK = 2_000;

  /** Makes a tenant of that name and stocks it. */
  static Shop open(Installation installation, String name, String isolation) {
    Storage storage = Storage.of(installation.tenant(name, isolation));
    installation
        .stack()
        .superuser()
        .in(
            storage.database(),
            "ALTER TABLE " + storage.schema() + ".products DROP CONSTRAINT IF EXISTS no_such_name",
            "ALTER TABLE "
                + storage.schema()
                + ".products ADD CONSTRAINT no_such_name CHECK (name <> '"
                + FORBIDDEN_NAME
                + "')");
    return stock(name, installation.admin(name));
  }

  private static Shop stock(String name, Api admin) {
    String userId = made(admin.post("/users", Fixtures.user("first@" + name + ".example")));
    List<String> productIds = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      JsonObject product = Fixtures.product("sku-" + i, 100, STOCK);
      productIds.add(made(admin.post("/products", product.put("name", "Goods of " + name))));
    }
    made(admin.post("/orders", Fixtures.order(userId, productIds.get(0), 1)));
    return new Shop(name, admin, userId, List.copyOf(productIds));
  }

  private static String made(Api.Answer answer) {
    assertEquals(201, answer.status(), answer.text());
    return answer.json().getString("id");
  }

  /** All items of a collection, page by page. */
  List<JsonObject> all(String path) {
    List<JsonObject> items = new ArrayList<>();
    String next = path + "?limit=200";
    while (next != null) {
      Api.Answer page = admin.get(next);
      assertEquals(200, page.status(), () -> name + ": " + page.text());
      page.array().forEach(item -> items.add((JsonObject) item));
      String link = page.header("Link");
      next =
          link == null ? null : link.replaceFirst("^<https?://[^/]*", "").replaceFirst(">.*", "");
    }
    return items;
  }

  /** Every order is whole, and what was sold and what is left make up what there was. */
  void requireBalancedBooks() {
    List<JsonObject> orders = all("/orders");
    orders.forEach(this::requireWhole);
    for (String productId : productIds) {
      long left = admin.get("/products/" + productId).json().getLong("stock");
      assertEquals(STOCK, left + sold(orders, productId), name + " " + productId);
    }
  }

  private void requireWhole(JsonObject order) {
    long total = lines(order).stream().mapToLong(Shop::price).sum();
    assertTrue(total > 0, () -> "an order without lines: " + order);
    assertEquals(total, order.getLong("totalCents"), order.encode());
    assertEquals(userId, order.getString("userId"), order.encode());
  }

  private static long price(JsonObject line) {
    return line.getLong("quantity") * line.getLong("unitPriceCents");
  }

  private static long sold(List<JsonObject> orders, String productId) {
    return orders.stream()
        .filter(order -> !order.getString("status").equals("cancelled"))
        .flatMap(order -> lines(order).stream())
        .filter(line -> line.getString("productId").equals(productId))
        .mapToLong(line -> line.getLong("quantity"))
        .sum();
  }

  static List<JsonObject> lines(JsonObject order) {
    JsonArray lines = order.getJsonArray("lines");
    return lines.stream().map(JsonObject.class::cast).toList();
  }
}
