package io.aegisx.tenancy.administration;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.http.MergePatch;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Preferences;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.idempotency.IdempotencyKey;
import io.aegisx.tenancy.problem.ProblemException;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /tenants}: the platform's administrators run tenants, a tenant's own see and adorn it. */
@Path("/tenants")
@Tag(name = "tenants")
@Produces(MediaType.APPLICATION_JSON)
public class TenantResource {

  private final TenantService tenants;
  private final TenantListing listing;
  private final TenantCreationService creation;
  private final RoutingContext request;

  TenantResource(
      TenantService tenants,
      TenantListing listing,
      TenantCreationService creation,
      RoutingContext request) {
    this.tenants = tenants;
    this.listing = listing;
    this.creation = creation;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "listTenants",
      summary = "Lists tenants; deleted ones only with status=deleted")
  public Uni<RestResponse<List<TenantView>>> list(
      @BeanParam PageRequest page, @BeanParam TenantListing.Filters filters) {
    return listing.list(page, filters).map(found -> found.toResponse(request));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(operationId = "createTenant", summary = "Makes a tenant with its storage")
  public Uni<RestResponse<TenantView>> create(@NotNull @Valid TenantInput tenant) {
    return Preferences.respondAsync(request)
        ? creation.createLater(tenant, IdempotencyKey.of(request)).map(this::accepted)
        : creation
            .create(tenant, IdempotencyKey.of(request))
            .map(made -> made.toCreated(request, made.body().id()));
  }

  @GET
  @Path("/mine")
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "listMyTenants", summary = "Lists the tenants that the token may enter")
  public Uni<RestResponse<List<TenantView>>> mine(@BeanParam PageRequest page) {
    return listing.mine(page).map(found -> found.toResponse(request));
  }

  @GET
  @Path("/{tenant}")
  @RolesAllowed({Roles.SUPER_ADMIN, Roles.TENANT_ADMIN})
  @Operation(operationId = "getTenant", summary = "Shows a tenant")
  public Uni<RestResponse<TenantView>> get(String tenant) {
    return tenants.get(tenant).map(this::answer);
  }

  @PUT
  @Path("/{tenant}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SUPER_ADMIN, Roles.TENANT_ADMIN})
  @Operation(
      operationId = "putTenant",
      summary = "Changes a tenant; its own administrator changes name and settings.branding only")
  public Uni<RestResponse<TenantView>> put(
      String tenant, @NotNull JsonNode change, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return tenants.change(tenant, change, MergePatch.Nulls.IGNORED, ifMatch).map(this::answer);
  }

  @PATCH
  @Path("/{tenant}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.SUPER_ADMIN, Roles.TENANT_ADMIN})
  @Operation(operationId = "patchTenant", summary = "Changes or unsets fields of a tenant")
  public Uni<RestResponse<TenantView>> patch(
      String tenant, @NotNull JsonNode change, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return tenants.change(tenant, change, MergePatch.Nulls.UNSET, ifMatch).map(this::answer);
  }

  @PUT
  @Path("/{tenant}/suspend")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(operationId = "suspendTenant", summary = "Refuses all requests for a tenant")
  public Uni<RestResponse<TenantView>> suspend(
      String tenant, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return tenants.suspend(tenant, ifMatch).map(this::answer);
  }

  @PUT
  @Path("/{tenant}/activate")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(operationId = "activateTenant", summary = "Serves a suspended or pending tenant")
  public Uni<RestResponse<TenantView>> activate(
      String tenant, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return tenants.activate(tenant, ifMatch).map(this::answer);
  }

  @PUT
  @Path("/{tenant}/restore")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(operationId = "restoreTenant", summary = "Undoes a deletion")
  public Uni<RestResponse<TenantView>> restore(
      String tenant, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return tenants.restore(tenant, ifMatch).map(this::answer);
  }

  @DELETE
  @Path("/{tenant}")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "deleteTenant",
      summary = "Deletes a tenant; its data is kept for the retention time, or purged at once")
  public Uni<RestResponse<TenantView>> delete(
      String tenant,
      @Nullable
          @Parameter(
              description = "Drop the storage now; there is no way back",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("purge")
          String purge,
      @Nullable @HeaderParam("If-Match") String ifMatch) {
    return isPurge(purge)
        ? tenants.purge(tenant, ifMatch).map(purged -> RestResponse.noContent())
        : tenants.delete(tenant, ifMatch).map(this::answer);
  }

  /** A misspelt wish to keep or to drop data is not guessed at. */
  private static boolean isPurge(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw ProblemException.invalid("purge", "must be true or false");
    }
    return true;
  }

  private RestResponse<TenantView> answer(Tagged<TenantView> tenant) {
    return tenant.toResponse(request);
  }

  private RestResponse<TenantView> accepted(Tagged<TenantView> made) {
    RestResponse<TenantView> created = made.toCreated(request, made.body().id());
    return TenantCreationService.isPending(made)
        ? RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, made.body())
            .location(created.getLocation())
            .header("Preference-Applied", "respond-async")
            .build()
        : created;
  }
}
