package io.aegisx.tenancy.chaos;

import io.aegisx.tenancy.testing.DatabaseProxy;
import io.aegisx.tenancy.testing.ServiceStack;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What happens to a database server sooner or later. */
enum Disturbance {
  BACKENDS_KILLED {
    @Override
    void strike(ServiceStack stack, DatabaseProxy proxy, String database) {
      stack
          .superuser()
          .run(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                  + " 'aegisx_app'");
    }
  },
  SERVER_CRASHED {
    @Override
    void strike(ServiceStack stack, DatabaseProxy proxy, String database) {
      try {
        stack.crashPostgres();
      } catch (IOException | InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
      pause(1_000);
      stack.restartPostgres();
    }
  },
  NO_CONNECTION_LEFT {
    @Override
    void strike(ServiceStack stack, DatabaseProxy proxy, String database) {
      List<Connection> hogs = new ArrayList<>();
      stack
          .superuser()
          .run(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                  + " 'aegisx_app'");
      try {
        while (hogs.size() < 1_000) {
          hogs.add(stack.asAdministrator());
        }
      } catch (SQLException full) {
        pause(2_000);
      } finally {
        hogs.forEach(Disturbance::closeQuietly);
      }
    }
  },
  NETWORK_CLOSED {
    @Override
    void strike(ServiceStack stack, DatabaseProxy proxy, String database) {
      proxy.breakNetwork(database, DatabaseProxy.Fault.CLOSING);
      pause(2_000);
      proxy.mend();
    }
  },
  NETWORK_SILENT {
    @Override
    void strike(ServiceStack stack, DatabaseProxy proxy, String database) {
      proxy.breakNetwork(database, DatabaseProxy.Fault.SILENT);
      pause(6_000);
      proxy.mend();
    }
  };

  /**
   * Does it, and undoes what does not pass by itself.
   *
   * @param database of the one tenant whose network fails
   */
  abstract void strike(ServiceStack stack, DatabaseProxy proxy, String database);

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      // nothing is left to close
    }
  }
}
