package io.aegisx.tenancy.orders;

import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.products.Product;
import io.aegisx.tenancy.products.ProductRepository;
import io.aegisx.tenancy.tenant.UuidV7;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Places an order inside a transaction: takes the stock, fixes the prices, writes the rows. */
@ApplicationScoped
class OrderPlacement {

  private final Caller caller;
  private final Buyers buyers;
  private final ProductRepository products;
  private final OrderRepository orders;
  private final OrderLineRepository lines;

  OrderPlacement(
      Caller caller,
      Buyers buyers,
      ProductRepository products,
      OrderRepository orders,
      OrderLineRepository lines) {
    this.caller = caller;
    this.buyers = buyers;
    this.products = products;
    this.orders = orders;
    this.lines = lines;
  }

  Uni<Placed> place(OrderInput input) {
    SortedMap<UUID, Long> quantities = input.quantities();
    return buyers
        .userOf(input)
        .call(user -> takeStock(quantities))
        .flatMap(
            user ->
                products.withIds(quantities.keySet()).map(found -> order(user, quantities, found)))
        .call(placed -> orders.persist(placed.order()))
        .call(placed -> orders.flush())
        .call(placed -> lines.persist(placed.lines()))
        .call(placed -> orders.flush());
  }

  private Uni<Void> takeStock(SortedMap<UUID, Long> quantities) {
    return Multi.createFrom()
        .iterable(quantities.entrySet())
        .onItem()
        .transformToUniAndConcatenate(wanted -> take(wanted.getKey(), wanted.getValue()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> take(UUID productId, long quantity) {
    return products
        .takeStock(productId, quantity)
        .call(taken -> taken ? Uni.createFrom().voidItem() : explain(productId, quantity));
  }

  private Uni<Void> explain(UUID productId, long quantity) {
    return products
        .withIds(List.of(productId))
        .invoke(
            found -> {
              throw found.isEmpty()
                  ? new ProblemException(ErrorCode.NOT_FOUND, "There is no product " + productId)
                  : new ProblemException(
                      ErrorCode.OUT_OF_STOCK, "There are not " + quantity + " of " + productId);
            })
        .replaceWithVoid();
  }

  private Placed order(UUID userId, SortedMap<UUID, Long> quantities, List<Product> found) {
    Map<UUID, Product> byId =
        found.stream().collect(Collectors.toMap(Product::id, product -> product));
    Order order = new Order();
    order.id = UuidV7.next();
    order.userId = userId;
    order.placedBy = caller.subject();
    order.status = OrderStatus.PLACED;
    order.currency = oneCurrency(found);
    order.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    List<OrderLine> orderLines =
        quantities.entrySet().stream()
            .map(
                wanted ->
                    line(
                        order,
                        Objects.requireNonNull(byId.get(wanted.getKey())),
                        wanted.getValue()))
            .toList();
    order.totalCents =
        orderLines.stream().mapToLong(line -> line.quantity * line.unitPriceCents).sum();
    return new Placed(order, orderLines);
  }

  private static OrderLine line(Order order, Product product, long quantity) {
    OrderLine line = new OrderLine();
    line.id = UuidV7.next();
    line.orderId = order.id;
    line.productId = product.id();
    line.quantity = quantity;
    line.unitPriceCents = product.priceCents();
    return line;
  }

  private static String oneCurrency(List<Product> products) {
    List<String> currencies = products.stream().map(Product::currency).distinct().toList();
    if (currencies.size() != 1) {
      throw ProblemException.invalid("lines", "must all be in one currency");
    }
    return currencies.get(0);
  }

  /** An order and its lines. */
  record Placed(Order order, List<OrderLine> lines) {}
}
