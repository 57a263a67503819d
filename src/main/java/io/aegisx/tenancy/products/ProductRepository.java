package io.aegisx.tenancy.products;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on products. Only to be called inside {@code TenantData}. */
@ApplicationScoped
public class ProductRepository implements PanacheRepositoryBase<Product, UUID> {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Products in the order of their ids, starting after one. */
  public Uni<List<Product>> page(Optional<UUID> after, int limit) {
    return find("id > ?1 order by id", after.orElse(BEFORE_ALL)).range(0, limit - 1).list();
  }

  /** Those of the products that exist. */
  public Uni<List<Product>> withIds(Collection<UUID> ids) {
    return list("id in ?1", ids);
  }

  /** Takes from the stock, if there is enough; the row stays locked until the transaction ends. */
  public Uni<Boolean> takeStock(UUID id, long quantity) {
    return update(
            "update Product set stock = stock - ?2, version = version + 1"
                + " where id = ?1 and stock >= ?2",
            id,
            quantity)
        .map(taken -> taken == 1);
  }

  /** Gives back to the stock. */
  public Uni<Void> giveBackStock(UUID id, long quantity) {
    return update(
            "update Product set stock = stock + ?2, version = version + 1 where id = ?1",
            id,
            quantity)
        .replaceWithVoid();
  }

  /** A product that no other transaction can change until this one ends. */
  public Uni<@Nullable Product> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Deletes a product by a statement. Removing an entity from its session is not safe: Hibernate
   * Reactive keeps the outcome in one place for all sessions, so deletions at once take each
   * other's.
   */
  public Uni<Void> deleteNow(Product product) {
    return delete("id", product.id).replaceWithVoid();
  }
}
