package io.aegisx.tenancy.encryption.rotation;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.TenantPlane;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /keys}: which keys a tenant's data is encrypted with. */
@Path("/keys")
@TenantPlane
@Tag(name = "keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

  private final KeyService keys;
  private final RoutingContext request;

  KeyResource(KeyService keys, RoutingContext request) {
    this.keys = keys;
    this.request = request;
  }

  @GET
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "listKeys", summary = "Shows versions of keys, and how a rotation goes")
  public Uni<RestResponse<KeyView>> show() {
    return keys.show().map(view -> view.toResponse(request));
  }

  @POST
  @Path("/rotate")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "rotateKeys",
      summary = "Has a new key encrypt from now on; old values are re-encrypted in the background")
  @APIResponse(
      responseCode = "202",
      description = "A new key encrypts; re-encryption goes on",
      content = @Content(schema = @Schema(implementation = KeyView.class)))
  public Uni<RestResponse<KeyView>> rotate(@Nullable @HeaderParam("If-Match") String ifMatch) {
    return keys.rotate(ifMatch).map(view -> accepted(view.body()));
  }

  private static RestResponse<KeyView> accepted(KeyView view) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view).build();
  }

  @DELETE
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "destroyKeys",
      summary = "Destroys all keys of the tenant: what they encrypted is lost for ever")
  public Uni<Void> destroy(@Nullable @HeaderParam("If-Match") String ifMatch) {
    return keys.destroy(ifMatch);
  }
}
