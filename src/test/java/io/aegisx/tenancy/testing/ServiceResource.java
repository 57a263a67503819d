package io.aegisx.tenancy.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.aegisx.tenancy.development.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A PostgreSQL server and an identity provider of our own for the service under test. */
public class ServiceResource implements QuarkusTestResourceLifecycleManager {

  private static final String SECRET =
      Base64.getEncoder().encodeToString("for tests only, and long enough.".getBytes(US_ASCII));

  private static LocalPostgres postgres;
  private static TestIssuer issuer;

  /** The server behind the service under test. */
  public static LocalPostgres postgres() {
    return postgres;
  }

  /** The provider that the service under test trusts. */
  public static TestIssuer issuer() {
    return issuer;
  }

  @Override
  public Map<String, String> start() {
    try {
      Path directory = Path.of("target", "test-postgres-" + ProcessHandle.current().pid());
      postgres = LocalPostgres.start(directory, 0);
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
    issuer = new TestIssuer();
    Map<String, String> settings = settings(postgres, issuer);
    // Whatever port is free, for the package as for the service in the tests' own process.
    settings.put("quarkus.management.port", "0");
    return settings;
  }

  /** What an operator sets, in the form of configuration properties. */
  public static Map<String, String> settings(LocalPostgres postgres, TestIssuer issuer) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("db.host", "127.0.0.1");
    settings.put("db.port", Integer.toString(postgres.port()));
    settings.put("db.name", LocalPostgres.DATABASE);
    settings.put("db.username", "aegisx_app");
    settings.put("db.password", "app-password");
    settings.put("db.admin.username", LocalPostgres.ADMIN);
    settings.put("db.admin.password", LocalPostgres.ADMIN_PASSWORD);
    settings.put("oidc.issuer", issuer.issuer());
    settings.put("encryption.secret", SECRET);
    return settings;
  }

  @Override
  public void stop() {
    try {
      issuer.close();
      postgres.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
