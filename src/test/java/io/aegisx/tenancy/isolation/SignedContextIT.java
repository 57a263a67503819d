package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With signing on, what runs in one tenant's transaction cannot bind another tenant. */
class SignedContextIT {

  private static final String BOUND =
      "SET LOCAL search_path TO shared; SET LOCAL app.tenant_id TO '%s'";
  private static final String COUNT = "SELECT count(*) FROM users";

  private static Installation installation;
  private static List<Shop> shops;
  private static String victim;

  @BeforeAll
  static void openShops() {
    installation = Installation.start("signed", environment(1));
    shops = new ArrayList<>();
    for (String isolation :
        List.of("shared_database", "shared_database", "schema_per_tenant", "database_per_tenant")) {
      shops.add(Shop.open(installation, "signed-" + shops.size(), isolation));
    }
    victim = installation.root().get("/tenants/signed-0").json().getString("id");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void everythingWorksAsBeforeInEveryIsolation() {
    List<Shopper> clients = new ArrayList<>();
    for (int i = 0; i < shops.size(); i++) {
      Shop stranger = shops.get((i + 1) % shops.size());
      clients.add(new Shopper(shops.get(i), stranger, Set.of(), i, 30));
    }
    Crowd.run(clients);
    shops.forEach(Shop::requireBalancedBooks);
    assertTrue(installation.connectionsInUse().stream().allMatch(count -> count == 0));
  }

  @Test
  void aTenantThatTheServiceDidNotSignIsRefused() throws SQLException {
    assertRefused("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "0000000000000000000000000000000000000000000000000000000000000000"})
  void aMadeUpSignatureIsRefused(String signature) throws SQLException {
    assertRefused("SET LOCAL app.tenant_signature TO '" + signature + "'");
  }

  @Test
  void aSignatureIsWorthNothingInAnotherTransactionOrForAnotherTenant() throws SQLException {
    ContextSigner signer = signer(1);
    io.aegisx.tenancy.tenant.TenantId id =
        io.aegisx.tenancy.tenant.TenantId.parse(victim).orElseThrow();
    try (Connection connection = asRuntime();
        Statement statement = connection.createStatement()) {
      String earlier = transaction(statement);
      connection.commit();
      String signature = signer.sign(id, earlier);
      assertEquals("42501", stateOf(statement, signature));
      connection.rollback();

      // The positive control: the same, signed for this transaction.
      String now = transaction(statement);
      statement.execute(BOUND.formatted(victim));
      statement.execute("SET LOCAL app.tenant_signature TO '" + signer.sign(id, now) + "'");
      assertTrue(count(statement) > 0);

      statement.execute(
          "SET LOCAL app.tenant_id TO '"
              + installation.root().get("/tenants/signed-1").json().getString("id")
              + "'");
      assertEquals("42501", assertThrows(SQLException.class, () -> count(statement)).getSQLState());
    }
  }

  @Test
  void theRunTimeRoleCannotReadTheKey() throws SQLException {
    try (Connection connection = asRuntime();
        Statement statement = connection.createStatement()) {
      SQLException refused =
          assertThrows(
              SQLException.class, () -> statement.executeQuery("SELECT * FROM guard.keys"));
      assertEquals("42501", refused.getSQLState());
    }
  }

  @Test
  void switchingItOffAndOnAgainWithAnotherSecretLosesNothing() {
    for (Map<String, String> change :
        List.of(
            Map.of("TENANCY_SIGNED_CONTEXT_ENABLED", "false"), environment(2), environment(1))) {
      Map<String, String> environment = installation.stack().environment();
      environment.putAll(change);
      // What the tenants' keys are wrapped with.
      environment.put(
          "TENANCY_ENCRYPTION_PREVIOUS_SECRET", environment(1).get("ENCRYPTION_SECRET"));
      try (ServiceProcess other = ServiceProcess.start(environment).awaitReady()) {
        String token = installation.stack().issuer().member("signed-2");
        var users = other.api().withToken(token).forTenant("signed-2").get("/users");
        assertEquals(200, users.status(), users.text());
      }
    }
  }

  private static void assertRefused(String setting) throws SQLException {
    try (Connection connection = asRuntime();
        Statement statement = connection.createStatement()) {
      statement.execute(BOUND.formatted(victim));
      if (!setting.isEmpty()) {
        statement.execute(setting);
      }
      String state = assertThrows(SQLException.class, () -> count(statement)).getSQLState();
      // Not set at all, or not right.
      assertTrue(Set.of("42704", "42501").contains(state), state);
    }
  }

  private static String stateOf(Statement statement, String signature) throws SQLException {
    statement.execute(BOUND.formatted(victim));
    statement.execute("SET LOCAL app.tenant_signature TO '" + signature + "'");
    return assertThrows(SQLException.class, () -> count(statement)).getSQLState();
  }

  private static String transaction(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery(ContextSigner.TRANSACTION)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static long count(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery(COUNT)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private static Connection asRuntime() throws SQLException {
    Map<String, String> environment = installation.stack().environment();
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:"
                + environment.get("DB_PORT")
                + "/"
                + LocalPostgres.DATABASE,
            environment.get("DB_USERNAME"),
            environment.get("DB_PASSWORD"));
    connection.setAutoCommit(false);
    return connection;
  }

  private static ContextSigner signer(int secret) {
    return new ContextSigner(
        () -> true, java.util.Optional.of(environment(secret).get("ENCRYPTION_SECRET")));
  }

  private static Map<String, String> environment(int secret) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) secret;
    return Map.of(
        "TENANCY_SIGNED_CONTEXT_ENABLED",
        "true",
        "ENCRYPTION_SECRET",
        Base64.getEncoder().encodeToString(bytes));
  }
}
