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

  private final LocalPostgres postgres;
  private final TestIssuer issuer = new TestIssuer();

  private ServiceStack(LocalPostgres postgres) {
    this.postgres = postgres;
  }

  public static ServiceStack start(String name) {
    try {
      Path directory = Path.of("target", "test-" + name + "-" + ProcessHandle.current().pid());
      return new ServiceStack(LocalPostgres.start(directory, 0));
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
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
