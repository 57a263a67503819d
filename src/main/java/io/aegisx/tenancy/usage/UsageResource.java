package io.aegisx.tenancy.usage;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.TenantPlane;
import io.aegisx.tenancy.http.PageRequest;
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

/** {@code /usage}: any member of the tenant, and the platform, may see what it uses. */
@Path("/usage")
@TenantPlane
@Tag(name = "usage")
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {

  private final UsageService usage;
  private final RoutingContext request;

  UsageResource(UsageService usage, RoutingContext request) {
    this.usage = usage;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "getUsage", summary = "Shows what the tenant uses and may use")
  public Uni<RestResponse<UsageView>> current() {
    return usage.current().map(found -> found.toResponse(request));
  }

  @GET
  @Path("/history")
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "listUsage", summary = "Lists what the tenant used, day by day")
  public Uni<RestResponse<List<UsageDayView>>> history(
      @BeanParam HistoryRange range, @BeanParam PageRequest page) {
    return usage.history(range, page).map(found -> found.toResponse(request));
  }
}
