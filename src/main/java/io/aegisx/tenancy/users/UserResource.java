package io.aegisx.tenancy.users;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /users}: any member reads, the tenant's administrator writes. */
@Path("/users")
@TenantPlane
@Tag(name = "users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UserResource {

  private final UserService users;
  private final RoutingContext request;

  UserResource(UserService users, RoutingContext request) {
    this.users = users;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "listUsers", summary = "Lists users")
  public Uni<RestResponse<List<UserView>>> list(
      @BeanParam PageRequest page,
      @Nullable @Parameter(description = "Only those with exactly this name") @QueryParam("name")
          String name) {
    return users.list(page, Optional.ofNullable(name)).map(found -> found.toResponse(request));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "getUser", summary = "Shows a user")
  public Uni<RestResponse<UserView>> get(UUID id) {
    return users.get(id).map(user -> user.toResponse(request));
  }

  @POST
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "createUser", summary = "Makes a user")
  public Uni<RestResponse<UserView>> create(@NotNull @Valid UserInput user) {
    return users
        .create(user, IdempotencyKey.of(request))
        .map(made -> made.toCreated(request, made.body().id()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "putUser", summary = "Changes a user")
  public Uni<RestResponse<UserView>> put(
      UUID id, @NotNull JsonNode change, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return change(id, change, MergePatch.Nulls.IGNORED, ifMatch);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "patchUser", summary = "Changes or unsets fields of a user")
  public Uni<RestResponse<UserView>> patch(
      UUID id, @NotNull JsonNode change, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return change(id, change, MergePatch.Nulls.UNSET, ifMatch);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "deleteUser", summary = "Deletes a user")
  public Uni<Void> delete(UUID id, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return users.delete(id, ifMatch);
  }

  private Uni<RestResponse<UserView>> change(
      UUID id, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    return users
        .change(id, change, nulls, ifMatch)
        .map((Tagged<UserView> user) -> user.toResponse(request));
  }
}
