package io.aegisx.tenancy.monitoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much is watched. */
@ConfigMapping(prefix = "tenancy.monitoring")
public interface MonitoringSettings {

  /** How many tenants have a label of their own in metrics, the busiest; 1 or more. */
  @WithDefault("100")
  @Min(1)
  int labelledTenants();

  /** How long after the last request a user still counts as active. */
  @WithDefault("15m")
  Duration activeUserWindow();

  /** How many tenant storages the readiness check looks at; 0 for none. */
  @WithDefault("5")
  @Min(0)
  int readinessSample();

  /** How long each of these may take to answer. */
  @WithDefault("3s")
  Duration readinessTimeout();
}
