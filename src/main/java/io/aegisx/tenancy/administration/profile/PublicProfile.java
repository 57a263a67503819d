package io.aegisx.tenancy.administration.profile;

import io.aegisx.tenancy.tenant.Branding;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What anyone may know of a tenant, to greet its people. */
@RegisterForReflection
public record PublicProfile(
    @Schema(required = true) String name,
    @Schema(required = true) String subdomain,
    @Schema(required = true) Branding branding) {

  static PublicProfile of(Tenant tenant) {
    return new PublicProfile(
        tenant.name(),
        tenant.subdomain().value(),
        Optional.ofNullable(tenant.settings().branding()).orElse(Branding.NONE));
  }
}
