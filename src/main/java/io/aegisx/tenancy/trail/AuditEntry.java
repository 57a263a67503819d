package io.aegisx.tenancy.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as the API shows it.
 *
 * @param actor the {@code sub} of the token, {@code anonymous}, or {@code system}
 * @param action what was done, such as {@code tenant.suspended}
 * @param outcome {@code success}, {@code denied} or {@code failure}
 * @param before how it was, without secrets
 * @param after how it is, without secrets
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
    @Schema(required = true) UUID id,
    @Schema(required = true) Instant at,
    @Schema(required = true) String actor,
    @Schema(required = true) String action,
    @Schema(required = true) UUID tenantId,
    @Schema(required = true) String target,
    @Schema(required = true) String outcome,
    @Nullable String requestId,
    @Nullable String sourceAddress,
    @Schema(implementation = Object.class) @Nullable JsonNode before,
    @Schema(implementation = Object.class) @Nullable JsonNode after) {

  /** A JSON null says that there is nothing. */
  public AuditEntry {
    before = before == null || before.isNull() ? null : before;
    after = after == null || after.isNull() ? null : after;
  }
}
