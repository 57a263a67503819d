package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.database.SqlState;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Waits for tables that are in use, in such a way that others do not wait for us. Blocks. */
final class Patience {

  /** Shorter than it takes to see a deadlock: whoever else is in it does not lose. */
  private static final String BRIEFLY =
      "SELECT set_config('lock_timeout', least(400, setting::int / 2)::text, true)"
          + " FROM pg_settings WHERE name = 'deadlock_timeout'";

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final int MOST_ATTEMPTS = 60;

  private Patience() {}

  /** For the rest of the transaction of the connection. */
  static void waitBriefly(Connection connection) throws SQLException {
    AdminConnections.execute(connection, BRIEFLY);
  }

  /** Tables that are in use are waited for briefly, so that nobody queues up behind us for long. */
  static void persistently(Connection connection, Attempt attempt) throws SQLException {
    for (int i = 1; true; i++) {
      try {
        attempt.run();
        return;
      } catch (SQLException failure) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
        boolean inUse =
            SqlState.of(failure).filter(List.of("55P03", "40P01")::contains).isPresent();
        if (i == MOST_ATTEMPTS || !inUse) {
          throw failure;
        }
        sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis()));
      }
    }
  }

  /** What may be tried again. */
  interface Attempt {
    void run() throws SQLException;
  }

  private static void sleep(long millis) throws SQLException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted", interrupted);
    }
  }
}
