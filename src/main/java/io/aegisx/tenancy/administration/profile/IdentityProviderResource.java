package io.aegisx.tenancy.administration.profile;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.TenantPlane;
import io.aegisx.tenancy.access.token.OidcSettings;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.resolution.ResolutionSettings;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
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

/** {@code /identity-provider}: what a tenant's administrator sets up where its people sign in. */
@Path("/identity-provider")
@TenantPlane
@Tag(name = "identity provider")
@Produces(MediaType.APPLICATION_JSON)
public class IdentityProviderResource {

  private final OidcSettings provider;
  private final ResolutionSettings resolution;
  private final RoutingContext request;

  IdentityProviderResource(
      OidcSettings provider, ResolutionSettings resolution, RoutingContext request) {
    this.provider = provider;
    this.resolution = resolution;
    this.request = request;
  }

  @GET
  @RolesAllowed({Roles.SUPER_ADMIN, Roles.TENANT_ADMIN})
  @Operation(
      operationId = "getIdentityProvider",
      summary = "Shows where the tenant's people sign in, and what their tokens have to say")
  public Uni<RestResponse<IdentityProvider>> get() {
    return TenantContext.current()
        .map(this::of)
        .map(view -> Tagged.ofContent(view).toResponse(request));
  }

  private IdentityProvider of(Tenant tenant) {
    return new IdentityProvider(
        provider.issuer(),
        provider.audience(),
        resolution.tenantClaim(),
        List.of(tenant.id().toString(), tenant.subdomain().value()),
        Roles.CLAIMS,
        Roles.TENANT_ADMIN);
  }
}
