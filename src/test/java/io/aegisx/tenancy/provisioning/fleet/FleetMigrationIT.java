package io.aegisx.tenancy.provisioning.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.CommandRun;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command that migrates, on tenants whose tables are as an older version left them. */
class FleetMigrationIT {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String DATABASE = "aegisx";

  private static Installation service;

  @BeforeAll
  static void start() {
    service = Installation.start("fleet", Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @Test
  void withNothingToDoItSaysSo() {
    CommandRun run = run("migrate");

    assertEquals(0, run.code(), run.output());
    assertEquals(0, run.last().getInteger("migrated"));
    assertEquals("end", run.last().getString("event"));
  }

  @Test
  void aTenantThatIsBehindIsNotServedUntilItIsMigrated() {
    Old schema = Old.make("schema_per_tenant");
    Old database = Old.make("database_per_tenant");
    for (Old old : List.of(schema, database)) {
      Polling.await(SOON, () -> old.users().code().equals("TENANT_NOT_READY"));
      ProblemAssert.assertProblem(ErrorCode.TENANT_NOT_READY, old.users());
      assertTrue(Integer.parseInt(old.users().header("Retry-After")) > 0);
    }

    CommandRun plan = run("migrate", "--dry-run");
    assertEquals(0, plan.code(), plan.output());
    assertEquals(2, plan.last().getInteger("behind"));
    assertTrue(plan.output().contains(schema.id()), plan.output());
    assertEquals("TENANT_NOT_READY", schema.users().code());

    CommandRun only = run("migrate", "--only", schema.name());
    assertEquals(0, only.code(), only.output());
    Polling.await(SOON, () -> schema.users().status() == 200);
    assertEquals("TENANT_NOT_READY", database.users().code());

    CommandRun rest = run("migrate");
    assertEquals(0, rest.code(), rest.output());
    assertEquals(1, rest.last().getInteger("migrated"), rest.output());
    Polling.await(SOON, () -> database.users().status() == 200);
    for (Old old : List.of(schema, database)) {
      Api admin = service.admin(old.name());
      assertEquals("kept@example.com", old.users().array().getJsonObject(0).getString("email"));
      JsonObject value = new JsonObject().put("value", 1).put("secret", true);
      assertEquals(200, admin.put("/config/new", value).status());
    }
  }

  @Test
  void oneTenantsFailureIsToldIsNotAnothersAndCanKeepFurtherWavesFromBeginning() {
    Old broken = Old.make("schema_per_tenant");
    Old fine = Old.make("schema_per_tenant");
    broken.sql("CREATE SEQUENCE {schema}.audit_head");

    CommandRun stopped = run("migrate", "--max-failures", "0");
    assertEquals(4, stopped.code(), stopped.output());
    assertEquals(1, stopped.last().getInteger("left"), stopped.output());
    assertEquals("TENANT_NOT_READY", fine.users().code());

    CommandRun run = run("migrate");
    assertEquals(1, run.code(), run.output());
    assertEquals(1, run.last().getInteger("failed"), run.output());
    assertTrue(run.output().contains("audit_head"), run.output());
    Polling.await(SOON, () -> fine.users().status() == 200);
    assertEquals("TENANT_NOT_READY", broken.users().code());
    assertTrue(broken.lastError().contains("audit_head"), broken.lastError());

    broken.sql("DROP SEQUENCE {schema}.audit_head");
    assertEquals(0, run("migrate", "--wave", "1").code());
    Polling.await(SOON, () -> broken.users().status() == 200);
  }

  @Test
  void aTableThatIsInUseIsWaitedForBrieflyAndTriedAgain() throws Exception {
    Old used = Old.make("schema_per_tenant");
    try (Connection reader = service.stack().asAdministrator();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute(used.of("LOCK TABLE {schema}.configuration IN ACCESS SHARE MODE"));
      Thread release =
          new Thread(
              () -> {
                pause(4_000);
                rollback(reader);
              });
      release.start();

      CommandRun run = run("migrate");

      release.join();
      assertEquals(0, run.code(), run.output());
    }
    Polling.await(SOON, () -> used.users().status() == 200);
  }

  @Test
  void aStartWithANewerProgramMigratesByItself() {
    Old old = Old.make("database_per_tenant");
    Polling.await(SOON, () -> old.users().code().equals("TENANT_NOT_READY"));

    try (ServiceProcess newer = ServiceProcess.start(service.stack().environment()).awaitReady()) {
      Polling.await(Duration.ofSeconds(20), () -> old.users().status() == 200);
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static CommandRun run(String... arguments) {
    return CommandRun.of(service.stack(), arguments);
  }

  /** A tenant whose tables are those of the first version. */
  private record Old(String name, String id, String database, String schema) {

    static Old make(String isolation) {
      String name = Fixtures.subdomain();
      String id = service.tenant(name, isolation).getString("id");
      service.admin(name).post("/users", Fixtures.user("kept@example.com"));
      String hex = id.replace("-", "");
      boolean own = isolation.equals("database_per_tenant");
      String database =
          own
              ? service
                  .stack()
                  .superuser()
                  .texts("SELECT datname FROM pg_database WHERE datname LIKE '%" + hex + "'")
                  .get(0)
              : DATABASE;
      Old old = new Old(name, id, database, own ? "app" : "tenant_" + hex);
      old.sql(
          "DROP TABLE {schema}.audit, {schema}.audit_head",
          "DROP FUNCTION {schema}.chain_audit",
          "ALTER TABLE {schema}.configuration DROP COLUMN secret, DROP COLUMN version",
          "ALTER TABLE {schema}.configuration ALTER COLUMN value SET NOT NULL",
          "ALTER TABLE {schema}.users DROP COLUMN IF EXISTS name_index",
          "DELETE FROM {schema}.flyway_schema_history WHERE version::int > 1");
      service
          .stack()
          .sql("UPDATE registry.storage_versions SET version = 1 WHERE tenant_id = '" + id + "'");
      return old;
    }

    void sql(String... statements) {
      for (String statement : statements) {
        service.stack().superuser().in(database, of(statement));
      }
    }

    String of(String statement) {
      return statement.replace("{schema}", schema);
    }

    Api.Answer users() {
      return service.admin(name).get("/users");
    }

    String lastError() {
      return service
          .stack()
          .superuser()
          .texts("SELECT last_error FROM registry.storage_versions WHERE tenant_id = '" + id + "'")
          .get(0);
    }
  }
}
