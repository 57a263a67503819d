package io.aegisx.tenancy.products;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as clients see it. All but the id may change. */
@RegisterForReflection
@Schema(name = "Product")
public record ProductView(
    @Schema(required = true, readOnly = true) UUID id,
    @NotNull @Pattern(regexp = SKU, message = SKU_RULE) String sku,
    @NotBlank @Size(max = 200) String name,
    @NotNull @PositiveOrZero @Max(HIGHEST_PRICE) Long priceCents,
    @NotNull @Pattern(regexp = CURRENCY, message = CURRENCY_RULE) String currency,
    @NotNull @PositiveOrZero @Max(HIGHEST_STOCK) Long stock) {

  /** Low enough that no order's total can overflow 64 bits. */
  static final long HIGHEST_PRICE = 10_000_000_000L;

  static final String SKU = "^[!-~]{1,64}$";
  static final String SKU_RULE = "must be 1 to 64 visible ASCII characters";
  static final String CURRENCY = "^[A-Z]{3}$";
  static final String CURRENCY_RULE = "must be a currency code such as EUR";

  static final long HIGHEST_STOCK = 1_000_000_000_000L;

  static ProductView of(Product product) {
    return new ProductView(
        product.id, product.sku, product.name, product.priceCents, product.currency, product.stock);
  }
}
