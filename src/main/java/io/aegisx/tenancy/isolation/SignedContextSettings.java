package io.aegisx.tenancy.isolation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether PostgreSQL checks who bound a tenant. */
@ConfigMapping(prefix = "tenancy.signed-context")
public interface SignedContextSettings {

  /**
   * Whether the policies of the main database accept a tenant only with a signature of the service,
   * so that SQL injected into one tenant's statement cannot bind another. Costs one more round trip
   * for each transaction, and needs {@code ENCRYPTION_SECRET}. The same on all replicas.
   */
  @WithDefault("false")
  boolean enabled();
}
