package io.aegisx.tenancy.provisioning.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.CommandRun;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Pages;
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
    OldTenant schema = old("schema_per_tenant");
    OldTenant database = old("database_per_tenant");
    for (OldTenant old : List.of(schema, database)) {
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
    for (OldTenant old : List.of(schema, database)) {
      Api admin = service.admin(old.name());
      assertEquals("kept@example.com", old.users().array().getJsonObject(0).getString("email"));
      JsonObject value = new JsonObject().put("value", 1).put("secret", true);
      assertEquals(200, admin.put("/config/new", value).status());
    }
  }

  @Test
  void oneTenantsFailureIsToldIsNotAnothersAndCanKeepFurtherWavesFromBeginning() {
    OldTenant broken = old("schema_per_tenant");
    OldTenant fine = old("schema_per_tenant");
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
    OldTenant used = old("schema_per_tenant");
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
    OldTenant old = old("database_per_tenant");
    Polling.await(SOON, () -> old.users().code().equals("TENANT_NOT_READY"));

    try (ServiceProcess newer = ServiceProcess.start(service.stack().environment()).awaitReady()) {
      Polling.await(Duration.ofSeconds(20), () -> old.users().status() == 200);
    }
  }

  @Test
  void theApiTellsWhoIsBehindAndHasThemMigrated() throws Exception {
    OldTenant broken = old("schema_per_tenant");
    OldTenant fine = old("schema_per_tenant");
    broken.sql("CREATE SEQUENCE {schema}.audit_head");
    JsonObject before = migrations();
    assertEquals(3, before.getInteger("target"));
    assertEquals(2, before.getInteger("behind"), before::encode);
    assertEquals(
        before.getInteger("tenants"), before.getInteger("current") + before.getInteger("behind"));
    assertTrue(
        before
            .getJsonArray("versions")
            .contains(new JsonObject().put("version", 1).put("tenants", 2)),
        before::encode);
    assertEquals(2, before.getJsonArray("waves").size(), before::encode);
    assertEquals("behind", storage(fine).getString("state"));
    assertEquals(List.of(broken.name(), fine.name()), behind());

    migrateByTheApi();

    // No wave follows one in which a tenant failed.
    assertEquals(1, migrations().getInteger("failed"));
    assertEquals(List.of(broken.name(), fine.name()), behind());
    assertTrue(storage(broken).getString("error").contains("audit_head"));

    broken.sql("DROP SEQUENCE {schema}.audit_head");
    try (Connection reader = service.stack().asAdministrator();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute(fine.of("LOCK TABLE {schema}.configuration IN ACCESS SHARE MODE"));
      assertEquals(202, service.root().post("/migrations", null).status());
      ProblemAssert.assertProblem(ErrorCode.CONFLICT, service.root().post("/migrations", null));
      reader.rollback();
    }
    Polling.await(Duration.ofSeconds(20), () -> !migrations().getBoolean("running"));

    assertEquals(0, migrations().getInteger("behind"));
    assertEquals("[]", migrations().getJsonArray("waves").encode());
    JsonObject made = storage(broken);
    assertEquals("current", made.getString("state"), made::encode);
    assertFalse(made.containsKey("error"), made::encode);
    Polling.await(SOON, () -> broken.users().status() == 200);
  }

  private static void migrateByTheApi() {
    assertEquals(202, service.root().post("/migrations", null).status());
    Polling.await(Duration.ofSeconds(20), () -> !migrations().getBoolean("running"));
  }

  private static JsonObject migrations() {
    return service.root().get("/migrations").json();
  }

  private static JsonObject storage(OldTenant tenant) {
    return service.root().get("/tenants/" + tenant.id() + "/storage").json();
  }

  /** The names of those behind, page by page. */
  private static List<String> behind() {
    return Pages.of(service.root(), "/migrations/behind?limit=1").stream()
        .map(found -> found.getJsonObject("tenant").getString("subdomain"))
        .toList();
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

  private static OldTenant old(String isolation) {
    return OldTenant.make(service, isolation);
  }
}
