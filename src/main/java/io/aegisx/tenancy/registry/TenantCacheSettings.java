package io.aegisx.tenancy.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How long a tenant is remembered. */
@ConfigMapping(prefix = "tenant.cache")
public interface TenantCacheSettings {

  /** Whether tenants are remembered at all. {@code TENANT_CACHE_ENABLED}. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Seconds after which a remembered tenant is read again, 1 or more. {@code TENANT_CACHE_TTL}.
   * Changes arrive at once by notification; this is the fallback.
   */
  @WithDefault("3600")
  @Min(1)
  long ttl();

  /** How many answers are remembered at most, those for unknown names included. */
  @WithDefault("100000")
  @Min(1)
  long maxEntries();
}
