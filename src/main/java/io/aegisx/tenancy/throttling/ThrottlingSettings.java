package io.aegisx.tenancy.throttling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Limits that are no plan's; those of plans are {@code tenancy.plans.<plan>.…}. */
@ConfigMapping(prefix = "tenancy.throttling")
public interface ThrottlingSettings {

  /**
   * Requests being served at the same time by one replica, 1 or more. From there on tenants that
   * use more than their fair share are refused, and the others are not.
   */
  @WithDefault("512")
  @Min(1)
  int concurrentRequests();

  /**
   * Requests a second, from one address, that name a tenant without a token for it, 1 or more;
   * twice as many at once.
   */
  @WithDefault("1000")
  @Min(1)
  int strangerRequestsPerSecond();
}
