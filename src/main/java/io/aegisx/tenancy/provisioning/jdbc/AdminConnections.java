package io.aegisx.tenancy.provisioning.jdbc;

import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** JDBC connections for data definition, and one of the run-time role to check it. */
@ApplicationScoped
public class AdminConnections {

  private static final int TIMEOUT_SECONDS = 10;

  private final DatabaseSettings settings;

  AdminConnections(DatabaseSettings settings) {
    this.settings = settings;
  }

  /** Whether there is a role that may create anything. */
  public boolean available() {
    return settings.admin().username().isPresent();
  }

  public String adminRole() {
    return settings.admin().username().orElseThrow(AdminRoleMissingException::new);
  }

  public String runtimeRole() {
    return settings.username();
  }

  public String runtimePassword() {
    return settings.password();
  }

  /** How long a piece of work on tenant data may take. */
  public Duration longestWait() {
    return settings.timeout();
  }

  public String mainDatabase() {
    return settings.name();
  }

  /** Connections of the administrator to a database. */
  public DataSource to(String database) {
    return source(database, adminRole(), settings.admin().password().orElse(""));
  }

  /** Connections of the administrator to the database that a tenant's data is in. */
  public DataSource of(Tenant tenant) {
    return to(
        tenant.placement() instanceof Placement.Database own ? own.database() : mainDatabase());
  }

  /** Connections of the run-time role to the main database. */
  public DataSource asRuntime() {
    return asRuntime(settings.name());
  }

  /** Connections of the run-time role to a database. */
  public DataSource asRuntime(String database) {
    return source(database, settings.username(), settings.password());
  }

  private DataSource source(String database, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {settings.directHost()});
    source.setPortNumbers(new int[] {settings.directPort()});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(TIMEOUT_SECONDS);
    source.setLoginTimeout(TIMEOUT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("aegisx-provisioning");
    return source;
  }

  /** Runs statements one after the other, each on its own. */
  public static void execute(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection()) {
      execute(connection, statements);
    }
  }

  /** Runs statements one after the other, in the transaction of the connection if it has one. */
  public static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of every row. */
  public static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** Something is to be created, and no administrator is configured. */
  static final class AdminRoleMissingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    AdminRoleMissingException() {
      super("DB_ADMIN_USERNAME is not set, so nothing can be created or migrated");
    }
  }
}
