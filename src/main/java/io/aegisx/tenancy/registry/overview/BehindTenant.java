package io.aegisx.tenancy.registry.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aegisx.tenancy.tenant.Isolation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant whose tables are older than they should be. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BehindTenant(
    @Schema(required = true) TenantRef tenant,
    @Schema(required = true) Isolation isolation,
    @Nullable @Schema(description = "Absent where none is recorded") Integer version,
    @Nullable @Schema(description = "Why the last attempt failed") String error,
    @Nullable Instant migratedAt) {}
