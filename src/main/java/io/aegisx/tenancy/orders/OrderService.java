package io.aegisx.tenancy.orders;

import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.http.EntityTags;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.idempotency.IdempotencyKey;
import io.aegisx.tenancy.idempotency.OnceOnly;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.products.ProductRepository;
import io.aegisx.tenancy.trail.TenantTrail;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a tenant's orders. Stock and order always change in one transaction. */
@ApplicationScoped
public class OrderService {

  private final TenantData data;
  private final OnceOnly onceOnly;
  private final Caller caller;
  private final OrderPlacement placement;
  private final OrderRepository orders;
  private final OrderLineRepository lines;
  private final ProductRepository products;
  private final TenantTrail trail;

  OrderService(
      TenantData data,
      OnceOnly onceOnly,
      Caller caller,
      OrderPlacement placement,
      OrderRepository orders,
      OrderLineRepository lines,
      ProductRepository products,
      TenantTrail trail) {
    this.data = data;
    this.onceOnly = onceOnly;
    this.caller = caller;
    this.placement = placement;
    this.orders = orders;
    this.lines = lines;
    this.products = products;
    this.trail = trail;
  }

  public Uni<Page<OrderView>> list(PageRequest page) {
    int limit = page.limit();
    Optional<UUID> after = page.after();
    return data.read(() -> orders.page(after, limit + 1).flatMap(found -> views(found, limit)));
  }

  public Uni<Tagged<OrderView>> get(UUID id) {
    return data.read(() -> orders.findById(id).map(OrderService::found).flatMap(this::view));
  }

  public Uni<Tagged<OrderView>> place(OrderInput input, Optional<IdempotencyKey> key) {
    return onceOnly.create(
        key,
        "POST /orders",
        input,
        OrderView.class,
        () ->
            placement
                .place(input)
                .map(placed -> tagged(placed.order(), placed.lines()))
                .call(made -> record("order.placed", made.body().id(), null, made.body())));
  }

  /** Cancels a placed order and gives its stock back; one that is cancelled stays as it is. */
  public Uni<Tagged<OrderView>> cancel(UUID id, @Nullable String ifMatch) {
    return data.write(
        () ->
            locked(id, ifMatch)
                .invoke(this::requireMayCancel)
                .call(
                    order ->
                        moves(order, OrderStatus.CANCELLED)
                            ? giveBackStock(order)
                            : Uni.createFrom().voidItem())
                .call(order -> become(OrderStatus.CANCELLED, "order.cancelled", order))
                .flatMap(this::view));
  }

  /** Marks a placed order as fulfilled; one that is fulfilled stays as it is. */
  public Uni<Tagged<OrderView>> fulfil(UUID id, @Nullable String ifMatch) {
    return data.write(
        () ->
            locked(id, ifMatch)
                .invoke(order -> moves(order, OrderStatus.FULFILLED))
                .call(order -> become(OrderStatus.FULFILLED, "order.fulfilled", order))
                .flatMap(this::view));
  }

  private Uni<Void> become(OrderStatus status, String action, Order order) {
    Map<String, OrderStatus> before = Map.of("status", order.status);
    order.status = status;
    return orders.flush().chain(() -> record(action, order.id, before, Map.of("status", status)));
  }

  private Uni<Void> record(
      String action, UUID id, @Nullable Object before, @Nullable Object after) {
    return trail.recordWrite(action, "orders/" + id, before, after);
  }

  private Uni<Order> locked(UUID id, @Nullable String ifMatch) {
    return orders
        .locked(id)
        .map(OrderService::found)
        .invoke(order -> EntityTags.requireMatch(ifMatch, order.version));
  }

  private void requireMayCancel(Order order) {
    if (!caller.isAdmin() && !caller.isSubject(order.placedBy)) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "You may cancel only what you ordered");
    }
  }

  /** Whether the order changes its state; fails if it cannot. */
  private static boolean moves(Order order, OrderStatus next) {
    if (order.status != next && order.status != OrderStatus.PLACED) {
      throw new ProblemException(ErrorCode.CONFLICT, "The order is not placed any more");
    }
    return order.status != next;
  }

  private Uni<Void> giveBackStock(Order order) {
    return lines
        .of(List.of(order))
        .onItem()
        .transformToMulti(
            found ->
                Multi.createFrom()
                    .items(found.stream().sorted(Comparator.comparing(line -> line.productId))))
        .onItem()
        .transformToUniAndConcatenate(line -> products.giveBackStock(line.productId, line.quantity))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Page<OrderView>> views(List<Order> found, int limit) {
    Page<Order> page = Page.of(found, limit, order -> order.id);
    return lines.of(page.items()).map(all -> page.map(order -> OrderView.of(order, all)));
  }

  private Uni<Tagged<OrderView>> view(Order order) {
    return lines.of(List.of(order)).map(found -> tagged(order, found));
  }

  private static Tagged<OrderView> tagged(Order order, List<OrderLine> lines) {
    return new Tagged<>(OrderView.of(order, lines), order.version);
  }

  private static Order found(@Nullable Order order) {
    if (order == null) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such order in this tenant");
    }
    return order;
  }
}
