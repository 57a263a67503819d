package io.aegisx.tenancy.products;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.TenantPlane;
import io.aegisx.tenancy.http.MergePatch;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** {@code /products}: any member reads, the tenant's administrator writes. */
@Path("/products")
@TenantPlane
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductResource {

  private final ProductService products;
  private final RoutingContext request;

  ProductResource(ProductService products, RoutingContext request) {
    this.products = products;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "listProducts", summary = "Lists products")
  public Uni<RestResponse<List<ProductView>>> list(@BeanParam PageRequest page) {
    return products.list(page).map(found -> found.toResponse(request));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "getProduct", summary = "Shows a product")
  public Uni<RestResponse<ProductView>> get(UUID id) {
    return products.get(id).map(product -> product.toResponse(request));
  }

  @POST
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "createProduct", summary = "Makes a product")
  public Uni<RestResponse<ProductView>> create(@NotNull @Valid ProductInput product) {
    return products
        .create(product, IdempotencyKey.of(request))
        .map(made -> made.toCreated(request, made.body().id()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "putProduct", summary = "Changes a product")
  public Uni<RestResponse<ProductView>> put(
      UUID id, @NotNull JsonNode change, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return change(id, change, MergePatch.Nulls.IGNORED, ifMatch);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "patchProduct", summary = "Changes or unsets fields of a product")
  public Uni<RestResponse<ProductView>> patch(
      UUID id, @NotNull JsonNode change, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return change(id, change, MergePatch.Nulls.UNSET, ifMatch);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "deleteProduct", summary = "Deletes a product")
  public Uni<Void> delete(UUID id, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return products.delete(id, ifMatch);
  }

  private Uni<RestResponse<ProductView>> change(
      UUID id, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    return products
        .change(id, change, nulls, ifMatch)
        .map((Tagged<ProductView> product) -> product.toResponse(request));
  }
}
