package io.aegisx.tenancy.provisioning.fleet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How tenants' tables are brought up to date. */
@ConfigMapping(prefix = "tenancy.migrations")
public interface MigrationSettings {

  /**
   * Whether every start migrates tenants that are behind, in the background; they are answered
   * {@code TENANT_NOT_READY} until it is their turn. If not, {@code tenancy migrate} does it.
   */
  @WithDefault("true")
  boolean atStart();

  /** How many tenants are migrated at once, 1 to 64. */
  @WithDefault("2")
  @Positive
  @Max(64)
  int parallel();

  /**
   * How long a migration waits for a table that is in use before it lets others go first. Below
   * PostgreSQL's {@code deadlock_timeout}, 1 s unless it was changed, no request loses against it.
   */
  @WithDefault("500ms")
  Duration lockTimeout();

  /** How often a tenant whose tables were in use is tried again. */
  @WithDefault("8")
  int retries();
}
