package io.aegisx.tenancy.administration.fleet;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.provisioning.drift.DriftCheck;
import io.aegisx.tenancy.provisioning.fleet.MigrationSettings;
import io.aegisx.tenancy.registry.StorageVersions;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /drift}: which schemas are not what their version makes, compared while one waits. */
@Path("/drift")
@Tag(name = "migrations")
@Produces(MediaType.APPLICATION_JSON)
public class DriftResource {

  private final DriftCheck check;
  private final StorageVersions versions;
  private final MigrationSettings settings;
  private final RoutingContext request;

  DriftResource(
      DriftCheck check,
      StorageVersions versions,
      MigrationSettings settings,
      RoutingContext request) {
    this.check = check;
    this.versions = versions;
    this.settings = settings;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "listDrift",
      summary = "Compares the tables of tenants that have their own, page by page, with fresh ones")
  public Uni<RestResponse<List<DriftView>>> list(@BeanParam PageRequest page) {
    int limit = page.limit();
    return versions
        .page(page.after(), limit + 1)
        .map(found -> Page.of(found, limit, Tenant::id))
        .flatMap(this::compare)
        .map(compared -> compared.toResponse(request));
  }

  private Uni<Page<DriftView>> compare(Page<Tenant> tenants) {
    return check
        .run(tenants.items(), settings.parallel())
        .map(DriftView::of)
        .collect()
        .asList()
        .map(found -> found.stream().sorted(Comparator.comparing(DriftResource::id)).toList())
        .map(sorted -> new Page<>(sorted, tenants.next()));
  }

  private static String id(DriftView compared) {
    return compared.tenant() == null ? "" : compared.tenant().id().toString();
  }

  @GET
  @Path("/shared")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "getSharedDrift",
      summary = "Compares the tables that tenants share with freshly migrated ones")
  public Uni<RestResponse<DriftView>> shared() {
    return check
        .shared()
        .map(DriftView::of)
        .map(view -> Tagged.ofContent(view).toResponse(request));
  }
}
