package io.aegisx.tenancy.administration.onboarding;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.provisioning.purge.TenantPurge;
import io.aegisx.tenancy.registry.onboarding.Purge;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /purges}: which tenants were removed, with what they had. */
@Path("/purges")
@Tag(name = "tenants")
@Produces(MediaType.APPLICATION_JSON)
public class PurgeResource {

  private final TenantPurge purge;
  private final RoutingContext request;

  PurgeResource(TenantPurge purge, RoutingContext request) {
    this.purge = purge;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "listPurges",
      summary = "Lists the removals of tenants, the newest first, with what there was to remove")
  public Uni<RestResponse<List<PurgeView>>> list(@BeanParam PageRequest page) {
    int limit = page.limit();
    return purge
        .list(page.after(), limit + 1)
        .map(found -> Page.of(found, limit, Purge::id).map(PurgeView::of).toResponse(request));
  }
}
