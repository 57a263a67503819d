package io.aegisx.tenancy.orders;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** An order as clients see it. */
@RegisterForReflection
public record OrderView(
    UUID id,
    UUID userId,
    String placedBy,
    OrderStatus status,
    List<Line> lines,
    long totalCents,
    String currency,
    Instant createdAt) {

  /** So many of one product, at the price of when the order was placed. */
  @RegisterForReflection
  public record Line(UUID productId, long quantity, long unitPriceCents) {}

  static OrderView of(Order order, List<OrderLine> lines) {
    return new OrderView(
        order.id,
        order.userId,
        order.placedBy,
        order.status,
        lines.stream()
            .filter(line -> line.orderId.equals(order.id))
            .sorted(Comparator.comparing(line -> line.productId))
            .map(line -> new Line(line.productId, line.quantity, line.unitPriceCents))
            .toList(),
        order.totalCents,
        order.currency,
        order.createdAt);
  }
}
