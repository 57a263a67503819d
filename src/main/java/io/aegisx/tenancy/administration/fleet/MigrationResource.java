package io.aegisx.tenancy.administration.fleet;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.registry.overview.BehindTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /migrations}: which tenants' tables are up to date. */
@Path("/migrations")
@Tag(name = "migrations")
@Produces(MediaType.APPLICATION_JSON)
public class MigrationResource {

  private final MigrationControl migrations;
  private final RoutingContext request;

  MigrationResource(MigrationControl migrations, RoutingContext request) {
    this.migrations = migrations;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "getMigrations",
      summary = "Shows which versions tenants' own tables have, and what a migration would do")
  public Uni<RestResponse<Migrations>> state() {
    return migrations.state().map(view -> Tagged.ofContent(view).toResponse(request));
  }

  @POST
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "migrate",
      summary =
          "Begins to migrate the tenants that are behind, wave by wave, behind the answer;"
              + " no wave follows one in which a tenant failed")
  @APIResponse(
      responseCode = "202",
      description = "It has begun, unless nothing is behind",
      content = @Content(schema = @Schema(implementation = Migrations.class)))
  public Uni<RestResponse<Migrations>> begin() {
    return migrations
        .begin()
        .chain(migrations::state)
        .map(
            state ->
                RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, state).build());
  }

  @GET
  @Path("/behind")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "listTenantsBehind",
      summary = "Lists the tenants whose tables are older than they should be")
  public Uni<RestResponse<List<BehindTenant>>> behind(@BeanParam PageRequest page) {
    int limit = page.limit();
    return migrations
        .behind(page.after(), limit + 1)
        .map(found -> Page.of(found, limit, one -> one.tenant().id()).toResponse(request));
  }
}
