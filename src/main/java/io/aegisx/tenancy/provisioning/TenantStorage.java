package io.aegisx.tenancy.provisioning;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;
import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.database.SqlState;
import io.aegisx.tenancy.provisioning.guard.ContextGuard;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.AdvisoryLock;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Makes and drops what a tenant's data is kept in. Every step can be repeated. Blocks. */
@ApplicationScoped
class TenantStorage {

  private static final int MOST_ATTEMPTS = 5;

  private final AdminConnections connections;
  private final RuntimeRole role;
  private final TenantMigrations migrations;
  private final TenantRowsRemoval rows;
  private final TenantDefaults defaults;
  private final ContextGuard guard;

  TenantStorage(
      AdminConnections connections,
      RuntimeRole role,
      TenantMigrations migrations,
      TenantRowsRemoval rows,
      TenantDefaults defaults,
      ContextGuard guard) {
    this.connections = connections;
    this.role = role;
    this.migrations = migrations;
    this.rows = rows;
    this.defaults = defaults;
    this.guard = guard;
  }

  /** Makes the storage, with its tables, grants and first rows. */
  void make(Tenant tenant) throws SQLException {
    AdvisoryLock.holding(main(), lockOf(tenant), () -> makeAlone(tenant));
  }

  private void makeAlone(Tenant tenant) throws SQLException {
    requireAlive(tenant);
    if (tenant.placement() instanceof Placement.Database own) {
      createDatabase(own.database());
      role.admitTo(connections.of(tenant), own.database());
    }
    if (!(tenant.placement() instanceof Placement.Shared)) {
      createSchema(tenant);
      migrations.migrateTenantTables(connections.of(tenant), tenant.placement().schema());
      role.grantRows(connections.of(tenant), tenant.placement().schema());
    }
    if (tenant.placement() instanceof Placement.Schema own) {
      guard.protect(main(), own.schema());
    }
    defaults.seed(connections.of(tenant), tenant);
  }

  /** Drops the storage with everything in it. */
  void drop(Tenant tenant) throws SQLException {
    AdvisoryLock.holding(main(), lockOf(tenant), () -> dropAlone(tenant));
  }

  private void dropAlone(Tenant tenant) throws SQLException {
    if (tenant.placement() instanceof Placement.Schema own) {
      dropSchema(own.schema());
    } else if (tenant.placement() instanceof Placement.Database own) {
      dropDatabase(own.database());
    } else {
      rows.removeAll(main(), tenant);
    }
  }

  /** A purge that held the lock before has dropped everything: nothing may be made again. */
  private void requireAlive(Tenant tenant) throws SQLException {
    try (Connection connection = main().getConnection()) {
      List<String> alive =
          AdminConnections.texts(
              connection,
              "SELECT 1 FROM registry.tenants WHERE status <> 'deleted' AND id = "
                  + literal(tenant.id().toString()));
      if (alive.isEmpty()) {
        throw new TenantGoneException(tenant);
      }
    }
  }

  /** Flyway would make it, too, but takes seconds to report that it cannot. */
  private void createSchema(Tenant tenant) throws SQLException {
    AdminConnections.execute(
        connections.of(tenant),
        "CREATE SCHEMA IF NOT EXISTS " + quote(tenant.placement().schema()));
  }

  /** Requests that were let in before may hold a table and want its index, when we have that. */
  private void dropSchema(String schema) throws SQLException {
    for (int attempt = 1; true; attempt++) {
      try {
        AdminConnections.execute(main(), "DROP SCHEMA IF EXISTS " + quote(schema) + " CASCADE");
        return;
      } catch (SQLException failure) {
        if (attempt == MOST_ATTEMPTS || !SqlState.is(failure, SqlState.DEADLOCK_DETECTED)) {
          throw failure;
        }
      }
    }
  }

  private void createDatabase(String database) throws SQLException {
    if (!exists(database)) {
      // template0 is never connected to, so it can always be copied.
      AdminConnections.execute(
          main(), "CREATE DATABASE " + quote(database) + " TEMPLATE template0");
    }
  }

  private void dropDatabase(String database) throws SQLException {
    if (exists(database)) {
      AdminConnections.execute(
          main(),
          "ALTER DATABASE " + quote(database) + " ALLOW_CONNECTIONS false",
          "DROP DATABASE " + quote(database) + " WITH (FORCE)");
    }
  }

  private boolean exists(String database) throws SQLException {
    try (Connection connection = main().getConnection()) {
      List<String> found =
          AdminConnections.texts(
              connection, "SELECT 1 FROM pg_database WHERE datname = " + literal(database));
      return !found.isEmpty();
    }
  }

  private DataSource main() {
    return connections.to(connections.mainDatabase());
  }

  private static long lockOf(Tenant tenant) {
    return tenant.id().value().getLeastSignificantBits();
  }
}
