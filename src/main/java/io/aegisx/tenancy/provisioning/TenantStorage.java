package io.aegisx.tenancy.provisioning;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;
import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.guard.ContextGuard;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.AdvisoryLock;
import io.aegisx.tenancy.provisioning.jdbc.BoundJdbc;
import io.aegisx.tenancy.provisioning.migration.QuickMigration;
import io.aegisx.tenancy.provisioning.migration.TenantMigrations;
import io.aegisx.tenancy.provisioning.migration.TenantScripts;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Makes what a tenant's data is kept in. Every step can be repeated. Blocks. */
@ApplicationScoped
public class TenantStorage {

  private final AdminConnections connections;
  private final RuntimeRole role;
  private final TenantMigrations migrations;
  private final QuickMigration quick;
  private final TenantScripts scripts;
  private final TenantDefaults defaults;
  private final VersionRecord versions;
  private final ContextGuard guard;

  TenantStorage(
      AdminConnections connections,
      RuntimeRole role,
      TenantMigrations migrations,
      QuickMigration quick,
      TenantScripts scripts,
      TenantDefaults defaults,
      VersionRecord versions,
      ContextGuard guard) {
    this.connections = connections;
    this.role = role;
    this.migrations = migrations;
    this.quick = quick;
    this.scripts = scripts;
    this.defaults = defaults;
    this.versions = versions;
    this.guard = guard;
  }

  /** Makes the database of a tenant that has one of its own. */
  public Tenant makeDatabase(Tenant tenant) throws SQLException {
    AdvisoryLock.holding(
        main(), AdvisoryLock.keyOf(tenant), holder -> makeDatabase(holder, tenant));
    return tenant;
  }

  private void makeDatabase(Connection main, Tenant tenant) throws SQLException {
    requireAlive(main, tenant);
    if (tenant.placement() instanceof Placement.Database own) {
      createDatabase(main, own.database());
    }
  }

  /** Makes the tables, with their grants and first rows, or brings them up to date. */
  public Tenant make(Tenant tenant) throws SQLException {
    AdvisoryLock.holding(main(), AdvisoryLock.keyOf(tenant), holder -> makeAlone(holder, tenant));
    return tenant;
  }

  private void makeAlone(Connection main, Tenant tenant) throws SQLException {
    requireAlive(main, tenant);
    inItsDatabase(main, tenant, connection -> fill(connection, tenant));
  }

  private void fill(Connection connection, Tenant tenant) throws SQLException {
    if (!(tenant.placement() instanceof Placement.Shared)) {
      makeTables(connection, tenant);
    }
    defaults.seed(connection, tenant);
  }

  /** In one transaction, which then is recorded: there is never half of a storage. */
  private void inItsDatabase(Connection main, Tenant tenant, BoundJdbc.Work work)
      throws SQLException {
    main.setAutoCommit(false);
    if (tenant.placement() instanceof Placement.Database) {
      try (Connection connection = connections.of(tenant).getConnection()) {
        connection.setAutoCommit(false);
        work.run(connection);
        connection.commit();
      }
    } else {
      work.run(main);
    }
    versions.record(main, tenant);
    main.commit();
  }

  /**
   * Brings the tables up to date. What a purge has taken away is not made again.
   *
   * @param patience how long to wait for a lock on a table that is in use
   */
  void upgrade(Tenant tenant, Duration patience) throws SQLException {
    AdvisoryLock.holding(
        main(),
        AdvisoryLock.keyOf(tenant),
        holder ->
            inItsDatabase(holder, tenant, connection -> upgrade(connection, tenant, patience)));
  }

  private void upgrade(Connection connection, Tenant tenant, Duration patience)
      throws SQLException {
    AdminConnections.execute(
        connection, "SET LOCAL lock_timeout TO '" + patience.toMillis() + "ms'");
    String schema = tenant.placement().schema();
    boolean there =
        !AdminConnections.texts(
                connection, "SELECT 1 FROM pg_namespace WHERE nspname = " + literal(schema))
            .isEmpty();
    if (there) {
      makeTables(connection, tenant);
    }
  }

  private void makeTables(Connection connection, Tenant tenant) throws SQLException {
    String schema = tenant.placement().schema();
    AdminConnections.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + quote(schema));
    if (!quick.migrate(connection, schema)) {
      connection.commit();
      migrations.migrateTenantTables(connections.of(tenant), schema);
    }
    role.grantRows(connection, schema, scripts.relations());
    if (tenant.placement() instanceof Placement.Schema) {
      guard.protect(connection, schema, scripts.relations());
    }
  }

  /** A purge that held the lock before has dropped everything: nothing may be made again. */
  private static void requireAlive(Connection main, Tenant tenant) throws SQLException {
    List<String> alive =
        AdminConnections.texts(
            main,
            "SELECT 1 FROM registry.tenants WHERE status <> 'deleted' AND id = "
                + literal(tenant.id().toString()));
    if (alive.isEmpty()) {
      throw new TenantGoneException(tenant);
    }
  }

  private void createDatabase(Connection main, String database) throws SQLException {
    if (!exists(main, database)) {
      // template0 is never connected to, so it can always be copied.
      AdminConnections.execute(main, "CREATE DATABASE " + quote(database) + " TEMPLATE template0");
    }
    role.admitTo(connections.to(database), database);
  }

  static boolean exists(Connection main, String database) throws SQLException {
    return !AdminConnections.texts(
            main, "SELECT 1 FROM pg_database WHERE datname = " + literal(database))
        .isEmpty();
  }

  private DataSource main() {
    return connections.to(connections.mainDatabase());
  }
}
