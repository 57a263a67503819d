package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.provisioning.migration.TenantScripts;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Records in the registry which version a tenant's tables have. */
@ApplicationScoped
class VersionRecord {

  private static final String RECORD =
      "INSERT INTO registry.storage_versions AS v (tenant_id, version)"
          + " SELECT id, ? FROM registry.tenants WHERE id = ?"
          + " ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version,"
          + " migrated_at = now(), last_error = NULL";

  private final TenantScripts scripts;

  VersionRecord(TenantScripts scripts) {
    this.scripts = scripts;
  }

  /** In the transaction of the connection. Shared tables have one version for all. */
  void record(Connection main, Tenant tenant) throws SQLException {
    if (tenant.placement() instanceof Placement.Shared) {
      return;
    }
    try (PreparedStatement record = main.prepareStatement(RECORD)) {
      record.setInt(1, scripts.latest());
      record.setObject(2, tenant.id().value());
      record.executeUpdate();
    }
  }
}
