package io.aegisx.tenancy.administration.profile;

import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.access.TenantPolicy;
import io.aegisx.tenancy.administration.TenantView;
import io.aegisx.tenancy.administration.TenantViews;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /tenants/current}: who is this host? Anyone may ask; the tenant's people see more. */
@Path("/tenants/current")
@Tag(name = "tenants")
@Produces(MediaType.APPLICATION_JSON)
public class CurrentTenantResource {

  private final Caller caller;
  private final TenantViews views;
  private final RoutingContext request;

  CurrentTenantResource(Caller caller, TenantViews views, RoutingContext request) {
    this.caller = caller;
    this.views = views;
    this.request = request;
  }

  /** The public profile, or, with a token of the tenant, all of it. */
  @GET
  @PermitAll
  @APIResponse(
      responseCode = "200",
      description = "The tenant",
      content = @Content(schema = @Schema(oneOf = {PublicProfile.class, TenantView.class})))
  @Operation(
      operationId = "getCurrentTenant",
      summary =
          "Shows the tenant of the request: all of it to its people, a public profile to others")
  public Uni<RestResponse<Object>> current() {
    Tenant tenant =
        TenantResolution.of(request)
            .resolved()
            .orElseThrow(
                () -> new ProblemException(ErrorCode.TENANT_REQUIRED, "No tenant is named"));
    return caller
        .mayEnterNow(tenant)
        .map(may -> may ? whole(tenant) : profile(tenant))
        .map(seen -> seen.toResponse(request));
  }

  private Tagged<Object> whole(Tenant tenant) {
    return new Tagged<>(views.of(tenant), tenant.version());
  }

  /** Its tag differs from that of the whole, which a browser may hold for the same address. */
  private static Tagged<Object> profile(Tenant tenant) {
    if (tenant.status() == TenantStatus.PENDING) {
      throw TenantPolicy.notServed(tenant).orElseThrow();
    }
    return new Tagged<>(PublicProfile.of(tenant), tenant.version() + "-public");
  }
}
