package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A client of one tenant that does what clients do, mistakes included, and looks at each answer: it
 * is the right one, and of its own tenant.
 */
final class Shopper implements Runnable {

  private final Shop shop;
  private final Shop stranger;
  private final Set<String> alsoFine;
  private final Random random;
  private final int rounds;
  private int made;
  private String lastOrder = "";

  /**
   * A client.
   *
   * @param stranger another tenant, whose ids it tries
   * @param alsoFine codes that any request may be answered with
   */
  Shopper(Shop shop, Shop stranger, Set<String> alsoFine, long seed, int rounds) {
    this.shop = shop;
    this.stranger = stranger;
    this.alsoFine = alsoFine;
    this.random = new Random(seed);
    this.rounds = rounds;
  }

  @Override
  public void run() {
    for (int round = 0; round < rounds; round++) {
      act(random.nextInt(14));
    }
  }

  private void act(int choice) {
    switch (choice) {
      case 0 -> list("/users");
      case 1 -> list("/products");
      case 2 -> ok(shop.admin().get("/orders?limit=5"), "placedBy");
      case 3 -> ok(shop.admin().get("/users/" + shop.userId()), "email");
      case 4 -> create();
      case 5 -> refused(post("/products", Fixtures.product("sku-0", 1, 1)), "CONFLICT");
      case 6 ->
          refused(post("/users", Fixtures.user("FIRST@" + shop.name() + ".example")), "CONFLICT");
      case 7 ->
          refused(
              post("/users", Fixtures.user("n@x.example").put("name", "a\0b")),
              "VALIDATION_FAILED");
      case 8 -> refused(shop.admin().get("/users/" + stranger.userId()), "NOT_FOUND");
      case 9 -> refused(post("/orders", tooMuch()), "OUT_OF_STOCK");
      case 10 -> refused(post("/products", forbidden()), "VALIDATION_FAILED");
      case 11 -> refused(shop.admin().delete("/users/" + shop.userId()), "CONFLICT");
      case 12 -> cancel();
      default -> order();
    }
  }

  private void list(String path) {
    ok(shop.admin().get(path + "?limit=5"), "name");
  }

  private void create() {
    String sku = "s" + Thread.currentThread().getId() + "-" + random.nextLong() + "-" + made++;
    ok(
        post("/products", Fixtures.product(sku, 1, 1).put("name", "More of " + shop.name())),
        "name");
  }

  private void order() {
    Api.Answer placed = post("/orders", Fixtures.order(shop.userId(), product(), 1));
    if (ok(placed, "placedBy")) {
      lastOrder = placed.json().getString("id");
    }
  }

  private void cancel() {
    if (!lastOrder.isEmpty()) {
      ok(shop.admin().put("/orders/" + lastOrder + "/cancel", null), "placedBy");
    }
  }

  /** The first line can be had: it must not be taken when the second cannot. */
  private JsonObject tooMuch() {
    JsonObject order = Fixtures.order(shop.userId(), shop.productIds().get(0), 1);
    order
        .getJsonArray("lines")
        .add(new JsonObject().put("productId", shop.productIds().get(1)).put("quantity", 999_999));
    return order;
  }

  private static JsonObject forbidden() {
    return Fixtures.product("forbidden", 1, 1).put("name", Shop.FORBIDDEN_NAME);
  }

  private String product() {
    List<String> ids = shop.productIds();
    return ids.get(random.nextInt(ids.size()));
  }

  private Api.Answer post(String path, JsonObject body) {
    return shop.admin().post(path, body);
  }

  /** Whether it succeeded; if so, each item bears the name of the tenant in that field. */
  private boolean ok(Api.Answer answer, String field) {
    if (alsoFine.contains(answer.code())) {
      return false;
    }
    assertTrue(answer.status() == 200 || answer.status() == 201, answer::toString);
    JsonArray items =
        answer.text().startsWith("[") ? answer.array() : new JsonArray().add(answer.json());
    for (Object item : items) {
      String value = ((JsonObject) item).getString(field);
      assertTrue(value.contains(shop.name()), () -> shop.name() + " was answered " + item);
    }
    return true;
  }

  private void refused(Api.Answer answer, String code) {
    if (!alsoFine.contains(answer.code())) {
      assertEquals(code, answer.code(), answer.toString());
    }
  }
}
