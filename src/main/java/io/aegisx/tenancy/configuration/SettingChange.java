package io.aegisx.tenancy.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a setting.
 *
 * @param before {@code {secret, value}}; without a value for a secret; absent if it was not set
 * @param after the same; absent if it is not set any more
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingChange(
    @Schema(required = true) UUID id,
    @Schema(required = true) Instant at,
    @Schema(required = true) String actor,
    @Schema(implementation = Object.class) @Nullable JsonNode before,
    @Schema(implementation = Object.class) @Nullable JsonNode after) {

  /** A JSON null says that there is nothing. */
  public SettingChange {
    before = before == null || before.isNull() ? null : before;
    after = after == null || after.isNull() ? null : after;
  }
}
