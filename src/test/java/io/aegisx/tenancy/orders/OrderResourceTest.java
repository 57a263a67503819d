package io.aegisx.tenancy.orders;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders take stock, are fulfilled or cancelled, and belong to who may place them. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class OrderResourceTest {

  private String tenant;
  private Api admin;
  private String buyer;
  private String pen;

  @BeforeEach
  void stockAShop() {
    tenant = Fixtures.tenant("shared_database").getString("subdomain");
    admin = Fixtures.admin(tenant);
    String address = tenant + "-user@" + tenant + ".example";
    buyer = id(admin.post("/users", Fixtures.user(address)));
    pen = id(admin.post("/products", Fixtures.product("pen", 250, 10)));
  }

  @Test
  void anOrderTakesStockAndFixesThePrices() {
    String ink = id(admin.post("/products", Fixtures.product("ink", 1000, 5)));
    JsonObject order = Fixtures.order(buyer, pen, 3);
    order.getJsonArray("lines").add(line(ink, 1)).add(line(pen, 2));

    Api.Answer placed = admin.post("/orders", order);

    assertEquals(201, placed.status(), placed.text());
    JsonObject seen = placed.json();
    assertEquals("placed", seen.getString("status"));
    assertEquals(tenant + "-admin", seen.getString("placedBy"));
    assertEquals(5 * 250 + 1000, seen.getLong("totalCents"));
    assertEquals("EUR", seen.getString("currency"));
    assertEquals(
        new JsonArray()
            .add(line(pen, 5).put("unitPriceCents", 250))
            .add(line(ink, 1).put("unitPriceCents", 1000)),
        seen.getJsonArray("lines"),
        "lines of one product are one");
    assertEquals(5, stock(pen));
    assertEquals(4, stock(ink));

    admin.put("/products/" + pen, "{\"priceCents\":999}");
    Api.Answer read = Fixtures.member(tenant).get("/orders/" + seen.getString("id"));
    assertEquals(placed.text(), read.text());
    assertEquals(placed.header("ETag"), read.header("ETag"));
    assertEquals(seen, admin.get("/orders").array().getJsonObject(0));
  }

  @Test
  void anOrderForMoreThanThereIsWritesNothing() {
    String rare = id(admin.post("/products", Fixtures.product("rare", 1, 1)));
    JsonObject order = Fixtures.order(buyer, pen, 4);
    order.getJsonArray("lines").add(line(rare, 2));

    assertProblem(ErrorCode.OUT_OF_STOCK, admin.post("/orders", order));

    assertEquals(10, stock(pen));
    assertEquals(1, stock(rare));
    assertEquals("[]", admin.get("/orders").text());
  }

  @Test
  void allLinesAreInOneCurrency() {
    String dollars =
        id(admin.post("/products", Fixtures.product("usd", 1, 5).put("currency", "USD")));
    JsonObject order = Fixtures.order(buyer, pen, 1);
    order.getJsonArray("lines").add(line(dollars, 1));

    assertInvalid("lines", admin.post("/orders", order));
    assertEquals(10, stock(pen));
  }

  @Test
  void whatIsNotInThisTenantIsNotFound() {
    String nobody = UUID.randomUUID().toString();
    String elsewhere = Fixtures.tenant("shared_database").getString("subdomain");
    String theirs =
        id(Fixtures.admin(elsewhere).post("/products", Fixtures.product("theirs", 1, 9)));

    assertProblem(ErrorCode.NOT_FOUND, admin.post("/orders", Fixtures.order(nobody, pen, 1)));
    assertProblem(ErrorCode.NOT_FOUND, admin.post("/orders", Fixtures.order(buyer, nobody, 1)));
    assertProblem(ErrorCode.NOT_FOUND, admin.post("/orders", Fixtures.order(buyer, theirs, 1)));
    assertEquals(10, stock(pen));
  }

  @ParameterizedTest
  @CsvSource({
    "cancel, cancel, cancelled, 10",
    "fulfil, fulfil, fulfilled, 7",
    "cancel, fulfil, CONFLICT, 10",
    "fulfil, cancel, CONFLICT, 7"
  })
  void anOrderEndsOnce(String first, String second, String outcome, int stock) {
    String path = "/orders/" + id(admin.post("/orders", Fixtures.order(buyer, pen, 3)));
    Api.Answer ended = admin.put(path + "/" + first, null);
    assertEquals(200, ended.status(), ended.text());

    Api.Answer again = admin.put(path + "/" + second, null);

    if (outcome.equals("CONFLICT")) {
      assertProblem(ErrorCode.CONFLICT, again);
    } else {
      assertEquals(ended.text(), again.text());
      assertEquals(ended.header("ETag"), again.header("ETag"));
      assertEquals(outcome, again.json().getString("status"));
    }
    assertEquals(stock, stock(pen));
  }

  @Test
  void aMemberOrdersForTheUserWithItsAddress() {
    Api member = Fixtures.member(tenant);
    JsonObject forItself = Fixtures.order(buyer, pen, 1);
    JsonObject without = forItself.copy();
    without.remove("userId");

    for (JsonObject order : new JsonObject[] {forItself, without}) {
      Api.Answer placed = member.post("/orders", order);
      assertEquals(201, placed.status(), placed.text());
      assertEquals(buyer, placed.json().getString("userId"));
      assertEquals(tenant + "-user", placed.json().getString("placedBy"));
    }
  }

  @Test
  void aMemberOrdersForNobodyElse() {
    String other = id(admin.post("/users", Fixtures.user("other@example.com")));
    Api stranger =
        Api.ofService()
            .forTenant(tenant)
            .withToken(ServiceResource.issuer().token("stranger", tenant));
    JsonObject without = Fixtures.order(buyer, pen, 1);
    without.remove("userId");

    assertProblem(
        ErrorCode.FORBIDDEN,
        Fixtures.member(tenant).post("/orders", Fixtures.order(other, pen, 1)));
    assertProblem(ErrorCode.FORBIDDEN, stranger.post("/orders", without));
    assertProblem(ErrorCode.FORBIDDEN, stranger.post("/orders", Fixtures.order(buyer, pen, 1)));
    assertInvalid("userId", admin.post("/orders", without));
    assertEquals(10, stock(pen));
  }

  @Test
  void aMemberCancelsWhatItPlacedAndFulfilsNothing() {
    Api member = Fixtures.member(tenant);
    String own = "/orders/" + id(member.post("/orders", Fixtures.order(buyer, pen, 1)));
    String others = "/orders/" + id(admin.post("/orders", Fixtures.order(buyer, pen, 1)));

    assertProblem(ErrorCode.FORBIDDEN, member.put(others + "/cancel", null));
    assertProblem(ErrorCode.FORBIDDEN, member.put(own + "/fulfil", null));
    assertEquals("cancelled", member.put(own + "/cancel", null).json().getString("status"));
    assertEquals(9, stock(pen));
  }

  @Test
  void whatWasOrderedOrHasOrderedCannotBeDeleted() {
    admin.post("/orders", Fixtures.order(buyer, pen, 1));

    assertProblem(ErrorCode.CONFLICT, admin.delete("/products/" + pen));
    assertProblem(ErrorCode.CONFLICT, admin.delete("/users/" + buyer));
  }

  @Test
  void theLargestOrderIsAddedUpExactly() {
    String dear =
        id(admin.post("/products", Fixtures.product("dear", 10_000_000_000L, 1_000_000_000_000L)));
    JsonObject order = Fixtures.order(buyer, dear, 1_000_000);
    for (int i = 1; i < 100; i++) {
      order.getJsonArray("lines").add(line(dear, 1_000_000));
    }

    Api.Answer placed = admin.post("/orders", order);

    assertTrue(placed.text().contains("\"totalCents\":1000000000000000000,"), placed.text());
    order.getJsonArray("lines").add(line(dear, 1));
    assertInvalid("lines", admin.post("/orders", order));
  }

  private static JsonObject line(String product, long quantity) {
    return new JsonObject().put("productId", product).put("quantity", quantity);
  }

  private int stock(String product) {
    return admin.get("/products/" + product).json().getInteger("stock");
  }

  private static String id(Api.Answer made) {
    assertEquals(201, made.status(), made.text());
    return made.json().getString("id");
  }
}
