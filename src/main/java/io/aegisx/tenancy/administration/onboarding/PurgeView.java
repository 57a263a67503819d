package io.aegisx.tenancy.administration.onboarding;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.aegisx.tenancy.registry.onboarding.Purge;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The removal of a tenant, and what there was to remove. */
@RegisterForReflection
@Schema(name = "Purge")
public record PurgeView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID tenantId,
    @Schema(required = true) String name,
    @Schema(required = true) String subdomain,
    @Schema(required = true) String isolation,
    @Schema(required = true) Progress status,
    @Schema(
            required = true,
            enumeration = {"request", "retention"},
            description = "Asked for, or the time was over for which a deleted tenant is kept")
        String reason,
    @Schema(required = true) String requestedBy,
    @Schema(required = true) Instant requestedAt,
    @Nullable Instant finishedAt,
    @Schema(required = true) int attempts,
    @Nullable String lastError,
    @Nullable
        @JsonRawValue
        @Schema(
            type = SchemaType.OBJECT,
            description = "The rows of each table; bytes where the tables were the tenant's alone")
        String removed) {

  static PurgeView of(Purge purge) {
    return new PurgeView(
        purge.id(),
        purge.tenantId(),
        purge.name(),
        purge.subdomain(),
        purge.isolation(),
        status(purge),
        purge.reason(),
        purge.requestedBy(),
        purge.requestedAt(),
        purge.finishedAt(),
        purge.attempts(),
        purge.lastError(),
        purge.removed());
  }

  private static Progress status(Purge purge) {
    if (purge.finishedAt() != null) {
      return Progress.DONE;
    }
    if (purge.lastError() != null) {
      return Progress.FAILED;
    }
    return purge.attempts() > 0 ? Progress.RUNNING : Progress.PENDING;
  }
}
