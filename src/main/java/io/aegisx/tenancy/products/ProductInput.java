package io.aegisx.tenancy.products;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** What is needed to make a product. */
public record ProductInput(
    @NotNull @Pattern(regexp = "[!-~]{1,64}") String sku,
    @NotBlank @Size(max = 200) String name,
    @NotNull @PositiveOrZero @Max(ProductView.HIGHEST_PRICE) Long priceCents,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
    @NotNull @PositiveOrZero @Max(ProductView.HIGHEST_STOCK) Long stock) {}
