package io.aegisx.tenancy.orders;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.TenantPlane;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /orders}: members read, order for themselves and cancel what they ordered. */
@Path("/orders")
@TenantPlane
@Tag(name = "orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

  private final OrderService orders;
  private final RoutingContext request;

  OrderResource(OrderService orders, RoutingContext request) {
    this.orders = orders;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "listOrders", summary = "Lists orders")
  public Uni<RestResponse<List<OrderView>>> list(@BeanParam PageRequest page) {
    return orders.list(page).map(found -> found.toResponse(request));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "getOrder", summary = "Shows an order")
  public Uni<RestResponse<OrderView>> get(UUID id) {
    return orders.get(id).map(order -> order.toResponse(request));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "placeOrder", summary = "Places an order; takes the stock")
  public Uni<RestResponse<OrderView>> place(@NotNull @Valid OrderInput order) {
    return orders
        .place(order, IdempotencyKey.of(request))
        .map(placed -> placed.toCreated(request, placed.body().id()));
  }

  @PUT
  @Path("/{id}/cancel")
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "cancelOrder", summary = "Cancels a placed order; gives the stock back")
  public Uni<RestResponse<OrderView>> cancel(
      UUID id, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return orders.cancel(id, ifMatch).map(order -> order.toResponse(request));
  }

  @PUT
  @Path("/{id}/fulfil")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "fulfilOrder", summary = "Marks a placed order as fulfilled")
  public Uni<RestResponse<OrderView>> fulfil(
      UUID id, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return orders.fulfil(id, ifMatch).map(order -> order.toResponse(request));
  }
}
