package io.aegisx.tenancy.administration.overview;

import io.aegisx.tenancy.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /overview}: how the platform does. */
@Path("/overview")
@Tag(name = "overview")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

  private final OverviewService overview;

  OverviewResource(OverviewService overview) {
    this.overview = overview;
  }

  @GET
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "getOverview",
      summary = "Shows how many tenants there are, what they do, and which of them need attention")
  public Uni<Overview> get() {
    return overview.now();
  }
}
