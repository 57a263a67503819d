package io.aegisx.tenancy.testing;

import io.aegisx.tenancy.development.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A PostgreSQL server and a provider of a test class's own, and the variables that lead there. */
public final class ServiceStack implements AutoCloseable {

  private final Path directory;
  private final TestIssuer issuer = new TestIssuer();
  private LocalPostgres postgres;

  private ServiceStack(Path directory) {
    this.directory = directory;
    this.postgres = postgres(directory, 0);
  }

  public static ServiceStack start(String name) {
    return new ServiceStack(
        Path.of("target", "test-" + name + "-" + ProcessHandle.current().pid()));
  }

  private static LocalPostgres postgres(Path directory, int port) {
    try {
      return LocalPostgres.start(directory, port);
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Has the server die without a word to anyone; it keeps what was committed. */
  public void crashPostgres() throws IOException, InterruptedException {
    sql("CHECKPOINT"); // it runs without fsync
    ServerProcess server = ServerProcess.of(directory);
    server.signal("QUIT");
    server.awaitEnd();
    postgres.close();
  }

  /** Starts the server that has crashed, on the same port. */
  public void restartPostgres() {
    postgres = postgres(directory, postgres.port());
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
