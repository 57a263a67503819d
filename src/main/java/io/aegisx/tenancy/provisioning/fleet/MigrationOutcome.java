package io.aegisx.tenancy.provisioning.fleet;

import io.aegisx.tenancy.tenant.Tenant;
import java.time.Duration;
import java.util.Optional;

/**
 * How the migration of one tenant ended.
 *
 * @param wave in which wave it was
 * @param error why it failed; empty if it did not
 */
public record MigrationOutcome(Tenant tenant, int wave, Duration took, Optional<String> error) {

  public boolean failed() {
    return error.isPresent();
  }
}
