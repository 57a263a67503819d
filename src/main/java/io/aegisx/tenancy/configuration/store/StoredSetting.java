package io.aegisx.tenancy.configuration.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aegisx.tenancy.configuration.definition.Origin;
import io.aegisx.tenancy.configuration.definition.SettingView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a tenant's configuration.
 *
 * @param set whether it has a value; a setting that was unset keeps counting its versions
 * @param value the value, or, for a secret, its ciphertext
 */
@RegisterForReflection
public record StoredSetting(
    String key,
    boolean set,
    @Nullable JsonNode value,
    boolean secret,
    long version,
    Instant updatedAt) {

  public String tag() {
    return Long.toString(version);
  }

  public SettingView view() {
    JsonNode shown = value == null ? NullNode.getInstance() : value;
    return new SettingView(key, shown, secret, Origin.TENANT, updatedAt, tag());
  }

  /** As the audit trail shows it: a secret only as being one. */
  public Optional<String> audited() {
    if (!set) {
      return Optional.empty();
    }
    return Optional.of(
        secret ? "{\"secret\": true}" : "{\"secret\": false, \"value\": " + value + "}");
  }
}
