package io.aegisx.tenancy.provisioning;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.BoundJdbc;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Removes the rows of one tenant from the shared tables. */
@ApplicationScoped
class TenantRowsRemoval {

  /** The tables with a tenant key, those that refer to others first. */
  private static final String TABLES =
      """
      WITH RECURSIVE referring (oid, depth) AS (
        SELECT c.oid, 0 FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
         WHERE c.relnamespace = '%s'::regnamespace AND c.relkind IN ('r', 'p')
           AND a.attname = 'tenant_id'
        UNION
        SELECT k.conrelid, r.depth + 1 FROM referring r
          JOIN pg_constraint k ON k.confrelid = r.oid AND k.contype = 'f'
         WHERE k.conrelid <> k.confrelid AND r.depth < 32)
      SELECT c.relname FROM referring r JOIN pg_class c ON c.oid = r.oid
       GROUP BY c.relname ORDER BY max(r.depth) DESC
      """
          .formatted(Placement.SHARED_SCHEMA);

  private final BoundJdbc bound;

  TenantRowsRemoval(BoundJdbc bound) {
    this.bound = bound;
  }

  void removeAll(DataSource source, Tenant tenant) throws SQLException {
    bound.within(source, tenant, TenantRowsRemoval::removeAll);
  }

  private static void removeAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Waits for whoever is writing, and lets nobody write after.
      statement.execute("SELECT FROM residence FOR UPDATE");
      for (String table : AdminConnections.texts(connection, TABLES)) {
        // Row security leaves other tenants' rows alone.
        statement.execute("DELETE FROM " + quote(table));
      }
    }
  }
}
