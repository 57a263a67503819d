package io.aegisx.tenancy.development;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.UuidV7;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Users, products and an order for a demo tenant, through the same door as every request. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoData {

  private static final String USER =
      "INSERT INTO users (id, email, name, created_at, updated_at)"
          + " VALUES (:id, :email, :name, now(), now())";
  private static final String PRODUCT =
      "INSERT INTO products (id, sku, name, price_cents, currency, stock)"
          + " VALUES (:id, :sku, :name, :price, 'EUR', :stock)";
  private static final String ORDER =
      "INSERT INTO orders (id, user_id, placed_by, status, total_cents, currency, created_at)"
          + " VALUES (:id, :user, :by, 'PLACED', :total, 'EUR', now())";
  private static final String LINE =
      "INSERT INTO order_lines (id, order_id, product_id, quantity, unit_price_cents)"
          + " VALUES (:id, :order, :product, 2, :price)";

  private final Vertx vertx;
  private final TenantData data;

  DemoData(Vertx vertx, TenantData data) {
    this.vertx = vertx;
    this.data = data;
  }

  Uni<Void> fill(Tenant tenant) {
    return TenantContext.within(vertx, tenant, () -> data.write(() -> inTurn(statements(tenant))));
  }

  private Uni<Void> inTurn(List<Insert> inserts) {
    return Multi.createFrom()
        .iterable(inserts)
        .onItem()
        .transformToUniAndConcatenate(insert -> data.execute(insert.sql(), insert.values()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static List<Insert> statements(Tenant tenant) {
    String name = tenant.subdomain().value();
    UUID user = UuidV7.next();
    UUID product = UuidV7.next();
    UUID order = UuidV7.next();
    return List.of(
        user(UuidV7.next(), name + "-admin", name),
        user(user, name + "-user", name),
        product(product, "ANVIL-1", "Anvil", 4900, 25),
        product(UuidV7.next(), "ROPE-10", "Rope, 10 m", 1250, 100),
        new Insert(ORDER, Map.of("id", order, "user", user, "by", name + "-user", "total", 9800L)),
        new Insert(
            LINE, Map.of("id", UuidV7.next(), "order", order, "product", product, "price", 4900L)));
  }

  private static Insert user(UUID id, String login, String tenant) {
    String email = login + "@" + tenant + ".example";
    return new Insert(USER, Map.of("id", id, "email", email, "name", login));
  }

  private static Insert product(UUID id, String sku, String name, long price, long stock) {
    return new Insert(
        PRODUCT, Map.of("id", id, "sku", sku, "name", name, "price", price, "stock", stock));
  }

  private record Insert(String sql, Map<String, Object> values) {}
}
