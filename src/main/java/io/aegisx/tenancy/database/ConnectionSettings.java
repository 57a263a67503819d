package io.aegisx.tenancy.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** One budget for all connections of this process to PostgreSQL, and how it is shared. */
@ConfigMapping(prefix = "tenancy.connections")
public interface ConnectionSettings {

  /**
   * How many connections this process opens at the most, 16 or more: those of the registry, of
   * provisioning, of the shared pool and of all tenant databases together. Two replicas with the
   * default fit into a server with {@code max_connections=100}.
   */
  @WithDefault("48")
  @Min(16)
  int total();

  /** How many of them the registry has, 1 or more. */
  @WithDefault("4")
  @Min(1)
  int registry();

  /**
   * How many tenants are provisioned, or dropped, at once, 1 or more. Each takes up to {@value
   * ConnectionBudget#PER_PROVISIONING} connections.
   */
  @WithDefault("2")
  @Min(1)
  int provisioning();

  /** How much of the rest the shared pool gets, in proportion to {@link #databaseWeight()}. */
  @WithDefault("4")
  @Min(1)
  int sharedWeight();

  /** How much of the rest tenant databases get, in proportion to {@link #sharedWeight()}. */
  @WithDefault("3")
  @Min(1)
  int databaseWeight();

  /**
   * How much of the shared pool, or of the connections of tenant databases, one tenant may hold at
   * once, in percent, 1 to 100; always at least one connection.
   */
  @WithDefault("50")
  @Min(1)
  @Max(100)
  int tenantSharePercent();

  /** How long to wait for a connection, then {@code STORAGE_UNAVAILABLE}. */
  @WithDefault("5s")
  Duration acquireTimeout();

  /** After how long an unused connection to a tenant's database is closed. */
  @WithDefault("60s")
  Duration idleTimeout();
}
