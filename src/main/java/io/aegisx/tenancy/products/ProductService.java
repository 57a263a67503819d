package io.aegisx.tenancy.products;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.http.EntityTags;
import io.aegisx.tenancy.http.MergePatch;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.http.Unchanged;
import io.aegisx.tenancy.idempotency.IdempotencyKey;
import io.aegisx.tenancy.idempotency.OnceOnly;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.tenant.UuidV7;
import io.aegisx.tenancy.trail.TenantTrail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a tenant's products. */
@ApplicationScoped
public class ProductService {

  private final TenantData data;
  private final OnceOnly onceOnly;
  private final ProductRepository products;
  private final MergePatch mergePatch;
  private final TenantTrail trail;

  ProductService(
      TenantData data,
      OnceOnly onceOnly,
      ProductRepository products,
      MergePatch mergePatch,
      TenantTrail trail) {
    this.data = data;
    this.onceOnly = onceOnly;
    this.products = products;
    this.mergePatch = mergePatch;
    this.trail = trail;
  }

  public Uni<Page<ProductView>> list(PageRequest page) {
    int limit = page.limit();
    Optional<UUID> after = page.after();
    return data.read(() -> products.page(after, limit + 1))
        .map(found -> Page.of(found, limit, product -> product.id).map(ProductView::of));
  }

  public Uni<Tagged<ProductView>> get(UUID id) {
    return data.read(() -> products.findById(id))
        .map(ProductService::found)
        .map(ProductService::tagged);
  }

  public Uni<Tagged<ProductView>> create(ProductInput input, Optional<IdempotencyKey> key) {
    return onceOnly.create(key, "POST /products", input, ProductView.class, () -> insert(input));
  }

  /** Changes some fields; read {@link MergePatch} for the two ways to send them. */
  public Uni<Tagged<ProductView>> change(
      UUID id, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    return data.write(
            () ->
                products
                    .locked(id)
                    .map(ProductService::found)
                    .call(product -> changeNow(product, change, nulls, ifMatch)))
        .map(ProductService::tagged);
  }

  public Uni<Void> delete(UUID id, @Nullable String ifMatch) {
    return data.write(
        () ->
            products
                .locked(id)
                .map(ProductService::found)
                .invoke(product -> EntityTags.requireMatch(ifMatch, product.version))
                .call(product -> record("product.deleted", ProductView.of(product), null))
                .flatMap(products::deleteNow));
  }

  private Uni<Void> changeNow(
      Product product, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    ProductView before = ProductView.of(product);
    apply(product, change, nulls, ifMatch);
    return products.flush().chain(() -> record("product.changed", before, ProductView.of(product)));
  }

  private Uni<Void> record(
      String action, @Nullable ProductView before, @Nullable ProductView after) {
    ProductView either = after == null ? before : after;
    return trail.recordWrite(
        action, "products/" + (either == null ? "" : either.id()), before, after);
  }

  private Uni<Tagged<ProductView>> insert(ProductInput input) {
    return products
        .persistAndFlush(newProduct(input))
        .map(ProductService::tagged)
        .call(made -> record("product.created", null, made.body()));
  }

  private void apply(
      Product product, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    EntityTags.requireMatch(ifMatch, product.version);
    ProductView before = ProductView.of(product);
    ProductView after = mergePatch.apply(before, change, ProductView.class, nulls);
    Unchanged.require("id", before.id(), after.id());
    product.sku = after.sku();
    product.name = after.name();
    product.priceCents = after.priceCents();
    product.currency = after.currency();
    product.stock = after.stock();
  }

  private static Product newProduct(ProductInput input) {
    Product product = new Product();
    product.id = UuidV7.next();
    product.sku = input.sku();
    product.name = input.name();
    product.priceCents = input.priceCents();
    product.currency = input.currency();
    product.stock = input.stock();
    return product;
  }

  private static Product found(@Nullable Product product) {
    if (product == null) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such product in this tenant");
    }
    return product;
  }

  private static Tagged<ProductView> tagged(Product product) {
    return new Tagged<>(ProductView.of(product), product.version);
  }
}
