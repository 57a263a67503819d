package io.aegisx.tenancy.administration.onboarding;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.administration.TenantLookup;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.provisioning.onboarding.Provisioner;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /tenants/{tenant}/provisioning}: how far a new tenant has come. */
@Path("/tenants/{tenant}/provisioning")
@Tag(name = "tenants")
@Produces(MediaType.APPLICATION_JSON)
public class ProvisioningResource {

  private final TenantLookup tenants;
  private final Provisioner provisioner;
  private final RoutingContext request;

  ProvisioningResource(TenantLookup tenants, Provisioner provisioner, RoutingContext request) {
    this.tenants = tenants;
    this.provisioner = provisioner;
    this.request = request;
  }

  @GET
  @RolesAllowed({Roles.SUPER_ADMIN, Roles.TENANT_ADMIN})
  @Operation(
      operationId = "getProvisioning",
      summary = "Shows the steps that make a tenant, with times, attempts and the last error")
  public Uni<RestResponse<ProvisioningView>> get(String tenant) {
    return tenants
        .find(tenant)
        .flatMap(this::view)
        .map(view -> Tagged.ofContent(view).toResponse(request));
  }

  @POST
  @Path("/retry")
  @RolesAllowed(Roles.SUPER_ADMIN)
  @Operation(
      operationId = "retryProvisioning",
      summary = "Has a pending tenant tried again now; it goes on behind the answer")
  @APIResponse(
      responseCode = "202",
      description = "It is tried again",
      content = @Content(schema = @Schema(implementation = ProvisioningView.class)))
  public Uni<RestResponse<ProvisioningView>> retry(String tenant) {
    return tenants
        .find(tenant)
        .invoke(ProvisioningResource::requirePending)
        .invoke(this::provisionBehind)
        .flatMap(this::view)
        .map(
            view ->
                RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view).build());
  }

  private static void requirePending(Tenant tenant) {
    if (tenant.status() != TenantStatus.PENDING) {
      throw new ProblemException(
          ErrorCode.CONFLICT, "A tenant that is " + tenant.status().code() + " is not being made");
    }
  }

  private void provisionBehind(Tenant tenant) {
    // Its outcome is in the registry; nobody waits for it here.
    provisioner.provision(tenant).subscribe().with(active -> {}, failure -> {});
  }

  private Uni<ProvisioningView> view(Tenant tenant) {
    return provisioner
        .progress(tenant)
        .map(
            run ->
                ProvisioningView.of(
                    tenant,
                    run.orElseThrow(
                        () ->
                            new ProblemException(
                                ErrorCode.TENANT_NOT_FOUND, "The tenant was purged meanwhile"))));
  }
}
