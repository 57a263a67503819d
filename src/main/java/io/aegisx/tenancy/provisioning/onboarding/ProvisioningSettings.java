package io.aegisx.tenancy.provisioning.onboarding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tenants whose making failed or was broken off are taken on again. */
@ConfigMapping(prefix = "tenancy.provisioning")
public interface ProvisioningSettings {

  /** How often each replica looks for tenants that wait, above 0. */
  @WithDefault("5s")
  Duration checkEvery();

  /**
   * For how long a replica that says nothing any more keeps a tenant from the others, at least one
   * second. It says so three times as often while it works.
   */
  @WithDefault("15s")
  Duration lease();

  /** How long to wait after a first failure; each further one doubles it. */
  @WithDefault("5s")
  Duration firstPause();

  /** The longest time between two attempts. */
  @WithDefault("5m")
  Duration longestPause();
}
