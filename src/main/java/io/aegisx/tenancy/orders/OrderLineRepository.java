package io.aegisx.tenancy.orders;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Queries on the lines of orders. Only to be called inside {@code TenantData}. */
@ApplicationScoped
public class OrderLineRepository implements PanacheRepositoryBase<OrderLine, UUID> {

  /** The lines of all these orders. */
  public Uni<List<OrderLine>> of(List<Order> orders) {
    return list("orderId in ?1 order by id", orders.stream().map(order -> order.id).toList());
  }
}
