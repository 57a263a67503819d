package io.aegisx.tenancy.prover;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.http.Tagged;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /isolation}: whether tenants are kept apart, shown to the platform's administrators. */
@Path("/isolation")
@Tag(name = "isolation")
@Produces(MediaType.APPLICATION_JSON)
public class IsolationResource {

  private final IsolationProver prover;
  private final RoutingContext request;

  IsolationResource(IsolationProver prover, RoutingContext request) {
    this.prover = prover;
    this.request = request;
  }

  /** The last proof; the first is made now. */
  @GET
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(operationId = "getIsolationReport", summary = "Shows the last proof of isolation")
  public Uni<RestResponse<Report>> last() {
    return prover
        .lastReport()
        .map(report -> Uni.createFrom().item(report))
        .orElseGet(prover::prove)
        .map(view -> Tagged.ofContent(view).toResponse(request));
  }

  /** A proof made now. */
  @POST
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(operationId = "proveIsolation", summary = "Proves anew that tenants are kept apart")
  public Uni<Report> prove() {
    return prover.prove();
  }
}
