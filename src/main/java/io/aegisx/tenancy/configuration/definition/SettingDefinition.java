package io.aegisx.tenancy.configuration.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What a program says of a setting that it reads. Keys without a definition hold whatever a
 * tenant's administrator puts there.
 *
 * @param key 1 to 128 of {@code A-Z a-z 0-9 . _ -}
 * @param schema what values must be, JSON Schema 2020-12
 * @param fallback the value where nobody has set one
 * @param secret whether values are always stored encrypted
 * @param writer who may set it for a tenant
 */
public record SettingDefinition(
    String key, JsonObject schema, Optional<JsonNode> fallback, boolean secret, Writer writer) {

  /** Who may set it for a tenant. */
  public enum Writer {
    /** The tenant's administrator, and the platform's. */
    TENANT_ADMIN,
    /** The platform's administrator only. */
    SUPER_ADMIN
  }

  /** A setting that a tenant's administrator sets, and that has no value until then. */
  public static SettingDefinition of(String key, JsonObject schema) {
    return new SettingDefinition(key, schema, Optional.empty(), false, Writer.TENANT_ADMIN);
  }

  /** The same with a value where nobody has set one. */
  public SettingDefinition withFallback(JsonNode value) {
    return new SettingDefinition(key, schema, Optional.of(value), secret, writer);
  }

  /** The same, always stored encrypted. */
  public SettingDefinition asSecret() {
    return new SettingDefinition(key, schema, fallback, true, writer);
  }

  /** The same, for the platform's administrator to set. */
  public SettingDefinition forPlatform() {
    return new SettingDefinition(key, schema, fallback, secret, Writer.SUPER_ADMIN);
  }
}
