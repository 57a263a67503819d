package io.aegisx.tenancy.provisioning.jdbc;

import io.aegisx.tenancy.isolation.ContextSigner;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A JDBC transaction bound to a tenant as its requests are: row security holds here, too. */
@ApplicationScoped
public class BoundJdbc {

  private final ContextSigner signer;

  BoundJdbc(ContextSigner signer) {
    this.signer = signer;
  }

  /** Work on the rows of one tenant. */
  public interface Work {
    void run(Connection connection) throws SQLException;
  }

  public void within(DataSource source, Tenant tenant, Work work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      bind(connection, tenant);
      // Without a commit the transaction is rolled back when the connection closes.
      work.run(connection);
      connection.commit();
    }
  }

  /** Binds the current transaction of a connection to a tenant. */
  public void bind(Connection connection, Tenant tenant) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL search_path TO " + tenant.placement().searchPath());
      statement.execute("SET LOCAL app.tenant_id TO '" + tenant.id() + "'");
      if (signer.signs(tenant.placement())) {
        String transaction = AdminConnections.texts(connection, ContextSigner.TRANSACTION).get(0);
        String signature = signer.sign(tenant.id(), transaction);
        statement.execute("SET LOCAL app.tenant_signature TO '" + signature + "'");
      }
    }
  }
}
