package io.aegisx.tenancy.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to place an order.
 *
 * @param userId for whom; left out, the user with the e-mail address of the token
 */
@Schema(name = "NewOrder")
public record OrderInput(
    @Nullable UUID userId, @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

  /** So many of one product. */
  @Schema(name = "NewOrderLine")
  public record Line(@NotNull UUID productId, @NotNull @Positive @Max(1_000_000) Long quantity) {}

  /**
   * The quantity of each product, in the order of their ids: all orders lock products in this
   * order, so they cannot wait for each other in a circle.
   */
  SortedMap<UUID, Long> quantities() {
    SortedMap<UUID, Long> quantities = new TreeMap<>();
    lines.forEach(line -> quantities.merge(line.productId(), line.quantity(), Long::sum));
    return quantities;
  }
}
