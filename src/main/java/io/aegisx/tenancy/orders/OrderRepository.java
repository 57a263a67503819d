package io.aegisx.tenancy.orders;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on orders. Only to be called inside {@code TenantData}. */
@ApplicationScoped
public class OrderRepository implements PanacheRepositoryBase<Order, UUID> {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Orders in the order of their ids, starting after one. */
  public Uni<List<Order>> page(Optional<UUID> after, int limit) {
    return find("id > ?1 order by id", after.orElse(BEFORE_ALL)).range(0, limit - 1).list();
  }

  /** An order that no other transaction can change until this one ends. */
  public Uni<@Nullable Order> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
