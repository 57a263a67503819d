package io.aegisx.tenancy.trail;

import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /audit}: a tenant's administrator reads its trail, the platform's without one all. */
@Path("/audit")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  private final AuditTrail trail;
  private final AuditExport export;
  private final Caller caller;
  private final RoutingContext request;

  AuditResource(AuditTrail trail, AuditExport export, Caller caller, RoutingContext request) {
    this.trail = trail;
    this.export = export;
    this.caller = caller;
    this.request = request;
  }

  @GET
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(
      operationId = "listAudit",
      summary = "Lists what was done, the newest first; a super-admin without a tenant sees all")
  public Uni<RestResponse<List<AuditEntry>>> list(
      @BeanParam PageRequest page, @BeanParam AuditFilter filter) {
    int limit = page.limit();
    return trail
        .page(tenant(), filter.toQuery(page.after()), limit + 1)
        .map(found -> Page.of(found, limit, AuditEntry::id).toResponse(request));
  }

  @GET
  @Path("/export.ndjson")
  @Produces("application/x-ndjson")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "exportAudit", summary = "All entries, a line of JSON each")
  public Multi<AuditEntry> ndjson(@BeanParam AuditFilter filter) {
    return trail.all(tenant(), filter.toQuery(Optional.empty()));
  }

  @GET
  @Path("/export.csv")
  @Produces("text/csv")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "exportAuditTable", summary = "All entries as a table (RFC 4180)")
  public Multi<String> csv(@BeanParam AuditFilter filter) {
    return export.csv(trail.all(tenant(), filter.toQuery(Optional.empty())));
  }

  private Optional<Tenant> tenant() {
    Optional<Tenant> tenant = TenantResolution.of(request).resolved();
    if (tenant.isEmpty() && !caller.isSuperAdmin()) {
      throw new ProblemException(
          ErrorCode.TENANT_REQUIRED, "Name a tenant by host, X-Tenant-ID or /tenants/{tenant}/…");
    }
    return tenant;
  }
}
