package io.aegisx.tenancy.provisioning;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.database.SqlState;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.AdvisoryLock;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Drops what a tenant's data is kept in. It can be repeated. Blocks. */
@ApplicationScoped
public class StorageRemoval {

  private static final int MOST_ATTEMPTS = 5;

  private final AdminConnections connections;
  private final TenantRowsRemoval rows;

  StorageRemoval(AdminConnections connections, TenantRowsRemoval rows) {
    this.connections = connections;
    this.rows = rows;
  }

  /** Drops the storage with everything in it. */
  public Tenant drop(Tenant tenant) throws SQLException {
    AdvisoryLock.holding(main(), AdvisoryLock.keyOf(tenant), holder -> dropAlone(tenant));
    return tenant;
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

  private void dropDatabase(String database) throws SQLException {
    try (Connection main = main().getConnection()) {
      if (TenantStorage.exists(main, database)) {
        AdminConnections.execute(
            main,
            "ALTER DATABASE " + quote(database) + " ALLOW_CONNECTIONS false",
            "DROP DATABASE " + quote(database) + " WITH (FORCE)");
      }
    }
  }

  private DataSource main() {
    return connections.to(connections.mainDatabase());
  }
}
