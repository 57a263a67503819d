package io.aegisx.tenancy.administration.profile;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the tenant's people sign in, and what their tokens have to say. */
@RegisterForReflection
public record IdentityProvider(
    @Schema(required = true) String issuer,
    @Schema(required = true, description = "What aud has to contain") String audience,
    @Schema(required = true, description = "The claim that names the tenant, dots for nesting")
        String tenantClaim,
    @Schema(required = true, description = "Either of them, exactly")
        List<String> tenantClaimValues,
    @Schema(required = true, description = "The first that is there counts, slashes for nesting")
        List<String> rolesClaims,
    @Schema(required = true, description = "The role that runs the tenant")
        String administratorRole) {}
