package io.aegisx.tenancy.configuration.definition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A setting as the API shows it.
 *
 * @param value any JSON; null for a secret that the caller may not see
 * @param updatedAt when the tenant set it; null for a value that it did not set
 * @param tag tells it from what it was and will be
 */
@RegisterForReflection
public record SettingView(
    @Schema(required = true) String key,
    @Schema(required = true, implementation = Object.class, nullable = true) JsonNode value,
    @Schema(required = true) boolean secret,
    @Schema(required = true) Origin origin,
    @Nullable Instant updatedAt,
    @JsonIgnore @Schema(hidden = true) String tag) {

  /** A value that the tenant has not set itself. */
  public static SettingView below(String key, JsonNode value, boolean secret, Origin origin) {
    return new SettingView(
        key, value, secret, origin, null, origin + "-" + Integer.toHexString(value.hashCode()));
  }

  public SettingView withValue(JsonNode other) {
    return new SettingView(key, other, secret, origin, updatedAt, tag);
  }

  /** The same for those who may not see secrets. */
  public SettingView masked() {
    return secret ? withValue(NullNode.getInstance()) : this;
  }
}
