package io.aegisx.tenancy.testing;

import io.aegisx.tenancy.development.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A PostgreSQL server and a provider of a test class's own, and the variables that lead there. */
public final class ServiceStack implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 200;

  private final Path directory;
  private final int mostConnections;
  private final TestIssuer issuer = new TestIssuer();
  private LocalPostgres postgres;

  private ServiceStack(Path directory, int mostConnections) {
    this.directory = directory;
    this.mostConnections = mostConnections;
    this.postgres = postgres(0);
  }

  public static ServiceStack start(String name) {
    return start(name, MOST_CONNECTIONS);
  }

  /** The same, with a server that takes so many connections at the most. */
  public static ServiceStack start(String name, int mostConnections) {
    return new ServiceStack(
        Path.of("target", "test-" + name + "-" + ProcessHandle.current().pid()), mostConnections);
  }

  private LocalPostgres postgres(int port) {
    try {
      EmptyServer.copyTo(directory);
      return LocalPostgres.start(directory, port, mostConnections);
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Has the server die without a word to anyone; it keeps what was committed. */
  public void crashPostgres() throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.of(directory);
    server.signal("QUIT");
    server.awaitEnd();
    postgres.close();
  }

  /** Starts the server that has crashed, on the same port. */
  public void restartPostgres() {
    postgres = postgres(postgres.port());
  }

  /** The port of the database server. */
  public int databasePort() {
    return postgres.port();
  }

  /** A connection of the role that owns the main database, and is no superuser. */
  public Connection asAdministrator() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + LocalPostgres.DATABASE,
        LocalPostgres.ADMIN,
        LocalPostgres.ADMIN_PASSWORD);
  }

  /** The processes of the database server. */
  public ServerProcess serverProcess() throws IOException {
    return ServerProcess.of(directory);
  }

  public TestIssuer issuer() {
    return issuer;
  }

  /** The variables of a complete environment. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    ServiceResource.settings(postgres, issuer)
        .forEach(
            (name, value) ->
                environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    return environment;
  }

  /** Does what an operator might do by hand, as superuser in the main database. */
  public void sql(String... statements) {
    superuser().run(statements);
  }

  /** Does and sees what only an operator can. */
  public Superuser superuser() {
    return new Superuser(postgres);
  }

  @Override
  public void close() {
    try {
      issuer.close();
      postgres.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
