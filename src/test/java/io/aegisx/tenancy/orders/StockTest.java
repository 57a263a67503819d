package io.aegisx.tenancy.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class StockTest {

  private static final int STOCK = 15;

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void ordersAtOnceTakeWhatThereIsAndNoMore(String isolation) {
    Shelf shelf = Shelf.of(isolation);

    List<Api.Answer> answers = AtOnce.send(40, i -> shelf.order(1));

    assertEquals(Map.of("201", STOCK, "409 OUT_OF_STOCK", 40 - STOCK), AtOnce.outcomes(answers));
    assertEquals(0, shelf.stock());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void ordersAndCancellationsAtOnceKeepTheSum(String isolation) {
    Shelf shelf = Shelf.of(isolation);
    List<String> placed =
        AtOnce.send(STOCK, i -> shelf.order(1)).stream()
            .map(made -> made.json().getString("id"))
            .toList();

    // Each order is cancelled twice at once: its stock comes back once.
    List<Api.Answer> answers =
        AtOnce.send(
            4 * STOCK,
            i -> i % 2 == 0 ? shelf.order(1 + i % 3) : shelf.cancel(placed.get(i / 2 % STOCK)));

    assertTrue(
        Set.of("200", "201", "409 OUT_OF_STOCK").containsAll(AtOnce.outcomes(answers).keySet()),
        () -> AtOnce.outcomes(answers).toString());
    assertEquals(STOCK, shelf.stock() + shelf.sold());
    assertTrue(shelf.stock() >= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void anOrderThatIsCancelledAndFulfilledAtOnceEndsAsOneOfThem(String isolation) {
    Shelf shelf = Shelf.of(isolation);
    String order = shelf.order(5).join().json().getString("id");

    List<Api.Answer> answers =
        AtOnce.send(2, i -> i == 0 ? shelf.cancel(order) : shelf.fulfil(order));

    assertEquals(Map.of("200", 1, "409 CONFLICT", 1), AtOnce.outcomes(answers));
    String status = shelf.admin().get("/orders/" + order).json().getString("status");
    assertEquals(status.equals("cancelled") ? STOCK : STOCK - 5, shelf.stock(), status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void anOrderThatFailsTakesNothingAndItsKeyStaysFree(String isolation) {
    Shelf shelf = Shelf.of(isolation);
    Api once = shelf.admin().with("Idempotency-Key", "the-key");
    String other =
        shelf.admin().post("/products", Fixtures.product("other", 1, 0)).json().getString("id");
    JsonObject order = Fixtures.order(shelf.user(), shelf.product(), 1);
    JsonObject impossible = order.copy();
    impossible
        .getJsonArray("lines")
        .add(new JsonObject().put("productId", other).put("quantity", 1));

    assertEquals("OUT_OF_STOCK", once.post("/orders", impossible).code());
    assertEquals(STOCK, shelf.stock());

    Api.Answer placed = once.post("/orders", order);
    assertEquals(201, placed.status(), placed.text());
    assertEquals(placed.json(), once.post("/orders", order).json());
    assertEquals(STOCK - 1, shelf.stock());
  }
}
