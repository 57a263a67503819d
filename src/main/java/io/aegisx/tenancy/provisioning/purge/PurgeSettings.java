package io.aegisx.tenancy.provisioning.purge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long deleted tenants are kept, and how they are removed then. */
@ConfigMapping(prefix = "tenancy.deletion")
public interface PurgeSettings {

  /** How long a deleted tenant can be restored; it is purged then, with its storage. */
  @WithDefault("30d")
  Duration retention();

  /** How often each replica looks for tenants to purge, above 0. */
  @WithDefault("1m")
  Duration checkEvery();

  /**
   * For how long a replica that says nothing any more keeps a purge from the others, at least one
   * second. It says so three times as often while it works.
   */
  @WithDefault("1m")
  Duration lease();
}
