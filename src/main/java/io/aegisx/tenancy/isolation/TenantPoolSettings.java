package io.aegisx.tenancy.isolation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits for the pools of tenants that have a database of their own. */
@ConfigMapping(prefix = "tenancy.database-pools")
public interface TenantPoolSettings {

  /** How many such pools may be open at once, 1 or more. Unused ones make way for others. */
  @WithDefault("16")
  @Min(1)
  int maxOpen();

  /** How many connections each may have, 1 or more. */
  @WithDefault("4")
  @Min(1)
  int size();

  /** After how long an unused connection is closed. */
  @WithDefault("60s")
  Duration idleTimeout();

  /** How long to wait for a connection, then {@code STORAGE_UNAVAILABLE}. */
  @WithDefault("5s")
  Duration acquireTimeout();
}
