package io.aegisx.tenancy.registry.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one tenant did today, in UTC. */
@RegisterForReflection
public record TenantTraffic(
    @Schema(required = true) TenantRef tenant,
    @Schema(required = true) long requests,
    @Schema(required = true) long errors,
    @Schema(required = true) long refused) {}
