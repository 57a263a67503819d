package io.aegisx.tenancy.development;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real PostgreSQL server out of the class path, on a port of the loopback interface. It runs as
 * root, too, where PostgreSQL itself refuses to.
 */
public final class LocalPostgres implements AutoCloseable {

  /** The role that creates databases and roles and owns the main one; no superuser. */
  public static final String ADMIN = "aegisx_admin";

  /** Its password: the server listens on loopback only. */
  public static final String ADMIN_PASSWORD = "admin";

  /** The main database. */
  public static final String DATABASE = "aegisx";

  /** As in production, roles show their password; only the superuser is trusted. */
  private static final String AUTHENTICATION =
      """
      host all postgres 127.0.0.1/32 trust
      host all all 127.0.0.1/32 scram-sha-256
      """;

  /** Kept here, since a logger that nobody holds forgets its level. */
  private static final Logger SERVER_LOG = Logger.getLogger("io.zonky");

  private static final int MOST_CONNECTIONS = 200;
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server on a data directory, which is made if it is missing and else kept.
   *
   * @param port a free port; 0 picks one
   */
  public static LocalPostgres start(Path directory, int port) throws IOException, SQLException {
    return start(directory, port, MOST_CONNECTIONS);
  }

  /** The same, for so many connections at the most. */
  public static LocalPostgres start(Path directory, int port, int mostConnections)
      throws IOException, SQLException {
    SERVER_LOG.setLevel(Level.WARNING);
    Files.createDirectories(directory.toAbsolutePath().getParent());
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.toAbsolutePath())
            .setCleanDataDirectory(false)
            .setPort(port)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", Integer.toString(mostConnections))
            // What is confirmed outlives the server's crash, though not the machine's: a
            // developer's
            // data can be made again. The library would confirm before anything is written.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setPGStartupWait(LONGEST_START)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
    LocalPostgres local = new LocalPostgres(server);
    local.ensureDatabase();
    local.requirePasswords(directory);
    return local;
  }

  public int port() {
    return server.getPort();
  }

  /** A connection of the superuser, for tests that do what an operator might. */
  public Connection superuser(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  private void ensureDatabase() throws SQLException {
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      boolean exists =
          statement
              .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")
              .next();
      if (!exists) {
        statement.execute(
            "CREATE ROLE "
                + ADMIN
                + " LOGIN CREATEDB CREATEROLE PASSWORD '"
                + ADMIN_PASSWORD
                + "'");
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + ADMIN);
      }
    }
  }

  private void requirePasswords(Path directory) throws IOException, SQLException {
    Files.writeString(directory.resolve("pg_hba.conf"), AUTHENTICATION);
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
