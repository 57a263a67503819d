package io.aegisx.tenancy.provisioning.jdbc;

import io.aegisx.tenancy.tenant.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one replica at a time do something; a crash gives the lock back (manual, section 13.3.5).
 */
public final class AdvisoryLock {

  private AdvisoryLock() {}

  /** Work that needs the database; it may use the connection that holds the lock. */
  public interface Work {
    void run(Connection holder) throws SQLException;
  }

  /** The key of a tenant's lock. */
  public static long keyOf(Tenant tenant) {
    return tenant.id().value().getLeastSignificantBits();
  }

  /** Runs work while nobody else holds the lock of the key. */
  public static void holding(DataSource source, long key, Work work) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + key + ")");
      work.run(connection);
    }
  }

  /** The same, unless somebody holds the lock; answers whether it was free. */
  public static boolean holdingIfFree(DataSource source, long key, Work work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean free =
          AdminConnections.texts(connection, "SELECT pg_try_advisory_lock(" + key + ")")
              .contains("t");
      if (free) {
        try {
          work.run(connection);
        } finally {
          giveBack(connection, key);
        }
      }
      return free;
    }
  }

  /** At once: a server notices the end of a connection a moment later. */
  private static void giveBack(Connection connection, long key) throws SQLException {
    if (!connection.isClosed()) {
      AdminConnections.texts(connection, "SELECT pg_advisory_unlock(" + key + ")");
    }
  }
}
