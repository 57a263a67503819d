package io.aegisx.tenancy.products;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is needed to make a product. */
@Schema(name = "NewProduct")
public record ProductInput(
    @NotNull @Pattern(regexp = ProductView.SKU, message = ProductView.SKU_RULE) String sku,
    @NotBlank @Size(max = 200) String name,
    @NotNull @PositiveOrZero @Max(ProductView.HIGHEST_PRICE) Long priceCents,
    @NotNull @Pattern(regexp = ProductView.CURRENCY, message = ProductView.CURRENCY_RULE)
        String currency,
    @NotNull @PositiveOrZero @Max(ProductView.HIGHEST_STOCK) Long stock) {}
