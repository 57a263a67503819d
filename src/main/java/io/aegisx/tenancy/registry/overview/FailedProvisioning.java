package io.aegisx.tenancy.registry.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant that is not there yet, because a step of making it failed. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FailedProvisioning(
    @Schema(required = true) TenantRef tenant,
    @Nullable String step,
    @Schema(required = true) String error,
    @Schema(required = true) int attempts,
    @Nullable Instant nextAttemptAt) {}
