package io.aegisx.tenancy.administration.fleet;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.administration.TenantLookup;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.provisioning.drift.DriftCheck;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /tenants/{tenant}/storage} and {@code /drift}: where one tenant's tables are, and how. */
@Path("/tenants/{tenant}")
@Tag(name = "migrations")
@Produces(MediaType.APPLICATION_JSON)
public class StorageResource {

  private final TenantLookup tenants;
  private final StorageService storage;
  private final DriftCheck check;
  private final RoutingContext request;

  StorageResource(
      TenantLookup tenants, StorageService storage, DriftCheck check, RoutingContext request) {
    this.tenants = tenants;
    this.storage = storage;
    this.check = check;
    this.request = request;
  }

  @GET
  @Path("/storage")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "getStorage",
      summary = "Shows where a tenant's tables are, and which version they have")
  public Uni<RestResponse<StorageView>> get(String tenant) {
    return tenants
        .find(tenant)
        .flatMap(storage::of)
        .map(view -> Tagged.ofContent(view).toResponse(request));
  }

  @GET
  @Path("/drift")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "getDrift",
      summary =
          "Compares a tenant's tables, its own or the shared ones, with freshly migrated ones")
  public Uni<RestResponse<DriftView>> drift(String tenant) {
    return tenants
        .find(tenant)
        .flatMap(this::compare)
        .map(view -> Tagged.ofContent(view).toResponse(request));
  }

  private Uni<DriftView> compare(Tenant tenant) {
    return tenant.isolation() == Isolation.SHARED_DATABASE
        ? check.shared().map(DriftView::of)
        : check.run(List.of(tenant), 1).collect().first().map(DriftView::of);
  }
}
