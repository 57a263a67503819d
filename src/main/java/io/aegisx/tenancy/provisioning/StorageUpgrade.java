package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;

/** Brings the storage of one tenant up to date, when it is its turn. */
@ApplicationScoped
public class StorageUpgrade {

  private final ProvisioningTurns turns;
  private final TenantStorage storage;

  StorageUpgrade(ProvisioningTurns turns, TenantStorage storage) {
    this.turns = turns;
    this.storage = storage;
  }

  /**
   * Runs the migrations that are missing. Fails as the database does.
   *
   * @param patience how long to wait for a table that is in use
   */
  public Uni<Tenant> run(Tenant tenant, Duration patience) {
    return turns.run(tenant, () -> upgrade(tenant, patience));
  }

  private Tenant upgrade(Tenant tenant, Duration patience) throws SQLException {
    storage.upgrade(tenant, patience);
    return tenant;
  }
}
