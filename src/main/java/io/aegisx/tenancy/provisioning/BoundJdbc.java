package io.aegisx.tenancy.provisioning;

import static io.aegisx.tenancy.provisioning.Identifier.quote;

import io.aegisx.tenancy.tenant.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A JDBC transaction bound to a tenant as its requests are: row security holds here, too. */
final class BoundJdbc {

  private BoundJdbc() {}

  /** Work on the rows of one tenant. */
  interface Work {
    void run(Connection connection) throws SQLException;
  }

  static void within(DataSource source, Tenant tenant, Work work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL search_path TO " + quote(tenant.placement().schema()));
        statement.execute("SET LOCAL app.tenant_id TO '" + tenant.id() + "'");
      }
      // Without a commit the transaction is rolled back when the connection closes.
      work.run(connection);
      connection.commit();
    }
  }
}
