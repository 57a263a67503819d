package io.aegisx.tenancy.orders;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as clients see it. */
@RegisterForReflection
@Schema(name = "Order")
public record OrderView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID userId,
    @Schema(required = true) String placedBy,
    @Schema(required = true) OrderStatus status,
    @Schema(required = true) List<Line> lines,
    @Schema(required = true) long totalCents,
    @Schema(required = true) String currency,
    @Schema(required = true) Instant createdAt) {

  /** So many of one product, at the price of when the order was placed. */
  @RegisterForReflection
  @Schema(name = "OrderLine")
  public record Line(
      @Schema(required = true) UUID productId,
      @Schema(required = true) long quantity,
      @Schema(required = true) long unitPriceCents) {}

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
