package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.provisioning.guard.ContextGuard;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.AdvisoryLock;
import io.aegisx.tenancy.provisioning.migration.TenantMigrations;
import io.aegisx.tenancy.provisioning.retention.AuditPartitions;
import io.aegisx.tenancy.tenant.Placement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Prepares the main database at start: run-time role, registry, shared tables. Repeatable. */
@ApplicationScoped
public class Bootstrap {

  /** When at start-up this happens; what needs the database observes with a higher number. */
  public static final int PRIORITY = 100;

  /** Any number that no tenant's lock has. */
  private static final long LOCK = 0x4145_4749_5358L;

  private final AdminConnections connections;
  private final RuntimeRole role;
  private final TenantMigrations migrations;
  private final ContextGuard guard;
  private final AuditPartitions partitions;

  Bootstrap(
      AdminConnections connections,
      RuntimeRole role,
      TenantMigrations migrations,
      ContextGuard guard,
      AuditPartitions partitions) {
    this.connections = connections;
    this.role = role;
    this.migrations = migrations;
    this.guard = guard;
    this.partitions = partitions;
  }

  /** Does nothing without an administrator: then someone else has prepared the database. Blocks. */
  public void prepare() throws SQLException {
    if (connections.available()) {
      DataSource main = connections.to(connections.mainDatabase());
      AdvisoryLock.holding(main, LOCK, holder -> prepare(main));
    }
  }

  private void prepare(DataSource main) throws SQLException {
    role.ensureExists(main);
    role.admitTo(main, connections.mainDatabase());
    migrations.migrateRegistry(main);
    partitions.prepare(main);
    role.grantRows(main, TenantMigrations.REGISTRY_SCHEMA);
    migrations.migrateTenantTables(main, Placement.SHARED_SCHEMA);
    role.grantRows(main, Placement.SHARED_SCHEMA);
    guard.install(main);
  }
}
