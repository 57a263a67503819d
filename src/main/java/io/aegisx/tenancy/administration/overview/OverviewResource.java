package io.aegisx.tenancy.administration.overview;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.http.Tagged;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /overview}: how the platform does. */
@Path("/overview")
@Tag(name = "overview")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

  private final OverviewService overview;
  private final RoutingContext request;

  OverviewResource(OverviewService overview, RoutingContext request) {
    this.overview = overview;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "getOverview",
      summary = "Shows how many tenants there are, what they do, and which of them need attention")
  public Uni<RestResponse<Overview>> get() {
    return overview.now().map(view -> Tagged.ofContent(view).toResponse(request));
  }
}
