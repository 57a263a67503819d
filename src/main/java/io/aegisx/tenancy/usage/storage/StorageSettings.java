package io.aegisx.tenancy.usage.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** When tenants' storage is measured. */
@ConfigMapping(prefix = "tenancy.storage")
public interface StorageSettings {

  /**
   * How often the tenants that have written since are measured, 1 s or more, by one replica for
   * all. Each round ends after this time, and the next goes on.
   */
  @WithDefault("5m")
  @DurationMin(seconds = 1)
  Duration measureEvery();
}
