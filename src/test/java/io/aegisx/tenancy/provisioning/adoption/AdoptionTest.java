package io.aegisx.tenancy.provisioning.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.provisioning.adoption.AdoptionTenants.Wanted;
import io.aegisx.tenancy.provisioning.adoption.plan.AdoptionStep;
import io.aegisx.tenancy.provisioning.adoption.plan.Source;
import io.aegisx.tenancy.provisioning.drift.DriftCheck;
import io.aegisx.tenancy.provisioning.guard.SelfCheck;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A single-tenant database becomes the data of one tenant. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class AdoptionTest {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  @Inject Adoptions adoptions;
  @Inject TenantRepository tenants;
  @Inject TenantData data;
  @Inject SelfCheck selfCheck;
  @Inject DriftCheck drift;
  @Inject Vertx vertx;

  private final Superuser superuser = Superuser.ofService();
  private final String subdomain = Fixtures.subdomain();
  private Legacy legacy = Legacy.inMainDatabase(superuser);

  @AfterEach
  void remove() {
    Fixtures.root().delete("/tenants/" + subdomain + "?purge=true");
    if (legacy.database().equals("aegisx")) {
      legacy.remove();
    }
    superuser.run("DELETE FROM registry.adoptions");
  }

  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"SHARED_DATABASE", "SCHEMA_PER_TENANT"})
  void theRowsAreTheTenantsAndNobodyElses(Isolation isolation) throws Exception {
    adoptAll(isolation);
    Tenant tenant = tenant(subdomain);
    Tenant other = tenant(Fixtures.tenant("shared_database").getString("subdomain"));

    assertEquals("500", ask(tenant, "SELECT count(*) FROM customers"));
    assertEquals("2000", ask(tenant, "SELECT count(*) FROM invoices"));
    assertEquals("300", ask(tenant, "SELECT count(*) FROM notes"));
    assertEquals("1000", ask(tenant, "SELECT count(*) FROM open_invoices"));
    assertEquals("2001", ask(tenant, "SELECT to_char(min(updated_at), 'YYYY') FROM customers"));
    if (isolation == Isolation.SHARED_DATABASE) {
      assertEquals("0", ask(other, "SELECT count(*) FROM customers"));
      assertEquals("0", ask(other, "SELECT count(*) FROM open_totals"));
      assertTrue(Integer.parseInt(ask(other, "SELECT count(*) FROM roles")) > 0);
    } else {
      assertThrows(RuntimeException.class, () -> ask(other, "SELECT count(*) FROM customers"));
    }
    assertEquals(List.of(), selfCheck.findings());
    assertEquals(List.of(), selfCheck.closerFindings());
    assertEquals(List.of(), drift.shared().await().atMost(LONG_ENOUGH).differences());
    drift
        .run(one -> one.id().equals(tenant.id()), 1)
        .collect()
        .asList()
        .await()
        .atMost(LONG_ENOUGH)
        .forEach(report -> assertEquals(List.of(), report.differences()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"SHARED_DATABASE", "SCHEMA_PER_TENANT"})
  void keysSequencesViewsTriggersAndPartialIndexesSurvive(Isolation isolation) {
    adoptAll(isolation);
    Tenant tenant = tenant(subdomain);

    write(tenant, "INSERT INTO customers (email, name) VALUES ('new@x.example', 'New')");
    write(tenant, "INSERT INTO tickets (title) VALUES ('new')");
    write(tenant, "INSERT INTO invoices (customer_id, number, total) VALUES (501, 'N', 5)");

    assertEquals("501", ask(tenant, "SELECT id FROM customers WHERE email = 'new@x.example'"));
    assertEquals("101", ask(tenant, "SELECT id FROM tickets WHERE title = 'new'"));
    assertEquals("2001", ask(tenant, "SELECT max(id) FROM invoices"));
    assertEquals("5", ask(tenant, "SELECT total FROM open_totals WHERE email = 'new@x.example'"));
    refuses(tenant, "INSERT INTO customers (email, name) VALUES ('new@x.example', 'Other')");
    refuses(tenant, "INSERT INTO customers (email, name) VALUES ('other@x.example', 'nEW')");
    write(
        tenant, "INSERT INTO customers (email, name, active) VALUES ('p@x.example', 'NEW', false)");
    refuses(tenant, "INSERT INTO invoices (customer_id, number, total) VALUES (9999, 'N', 5)");
    refuses(tenant, "INSERT INTO invoices (customer_id, number, total) VALUES (501, 'M', -1)");
    refuses(tenant, "INSERT INTO invoices (customer_id, number, total) VALUES (501, 'N', 5)");

    write(tenant, "UPDATE customers SET name = 'Newer' WHERE id = 501");
    assertFalse(
        ask(tenant, "SELECT to_char(updated_at, 'YYYY') FROM customers WHERE id = 501")
            .startsWith("2001"));
    write(tenant, "INSERT INTO notes VALUES ('kept', 501)");
    write(tenant, "DELETE FROM customers WHERE id = 501");
    assertEquals("0", ask(tenant, "SELECT count(*) FROM invoices WHERE customer_id = 501"));
    assertEquals(
        "1",
        ask(tenant, "SELECT count(*) FROM notes WHERE customer_id IS NULL" + " AND line = 'kept'"));
    assertTrue(indexes(tenant).contains("invoices_open"), indexes(tenant));
  }

  @Test
  void otherTenantsShareTheTablesWithoutMeetingTheFirst() {
    adoptAll(Isolation.SHARED_DATABASE);
    Tenant other = tenant(Fixtures.tenant("shared_database").getString("subdomain"));

    write(
        other,
        "INSERT INTO customers (id, email, name) VALUES (1, 'c1@old.example', 'Customer 1')");
    write(other, "INSERT INTO invoices (customer_id, number, total) VALUES (1, 'N1', 7)");
    refuses(other, "INSERT INTO invoices (customer_id, number, total) VALUES (2, 'N2', 7)");

    assertEquals("1", ask(other, "SELECT count(*) FROM customers"));
    assertEquals("7", ask(other, "SELECT total FROM open_totals"));
    assertEquals("500", ask(tenant(subdomain), "SELECT count(*) FROM customers"));
    assertEquals(204, Fixtures.root().delete("/tenants/" + subdomain + "?purge=true").status());
    assertEquals("1", ask(other, "SELECT count(*) FROM customers"));
    assertEquals("1", superuser.texts("SELECT count(*) FROM shared.customers").get(0));
  }

  @Test
  void aDatabaseIsRegisteredAsItIs() {
    legacy.remove();
    legacy = Legacy.inItsDatabase(superuser);
    String before = legacy.catalog();
    Wanted wanted = wanted(Isolation.DATABASE_PER_TENANT);

    finish(wanted);

    assertEquals(without(before), without(legacy.catalog()));
    Tenant tenant = tenant(subdomain);
    assertEquals("500", ask(tenant, "SELECT count(*) FROM customers"));
    write(tenant, "INSERT INTO customers (email, name) VALUES ('new@x.example', 'New')");
    assertEquals("501", legacy.text("SELECT count(*) FROM {s}.customers"));
    assertEquals(
        201, Fixtures.admin(subdomain).post("/users", Fixtures.user("a@b.example")).status());
    assertEquals("1", legacy.text("SELECT count(*) FROM app.users"));

    assertEquals(204, Fixtures.root().delete("/tenants/" + subdomain + "?purge=true").status());
    assertEquals(
        List.of(),
        superuser.texts("SELECT 1 FROM pg_database WHERE datname = '" + legacy.database() + "'"));
    assertEquals(
        501,
        Fixtures.root()
            .get("/purges?limit=1")
            .array()
            .getJsonObject(0)
            .getJsonObject("removed")
            .getJsonObject("tables")
            .getInteger("customers"));
  }

  @Test
  void theOldApplicationGoesOnUntilTheSwitch() {
    Wanted wanted = wanted(Isolation.SHARED_DATABASE);

    prepare(wanted);
    legacy.run(
        "INSERT INTO customers (email, name) VALUES ('late@old.example', 'Late')",
        "INSERT INTO invoices (customer_id, number, total) VALUES (501, 'L', 1)",
        "UPDATE tickets SET title = 'seen' WHERE id = 1",
        "DELETE FROM notes WHERE line = 'note 1'",
        "INSERT INTO tickets (id, title) VALUES (1, 'x') ON CONFLICT (id) DO NOTHING");
    finish(wanted);

    Tenant tenant = tenant(subdomain);
    assertEquals("501", ask(tenant, "SELECT count(*) FROM customers"));
    assertEquals("299", ask(tenant, "SELECT count(*) FROM notes"));
    assertEquals("seen", ask(tenant, "SELECT title FROM tickets WHERE id = 1"));
  }

  @Test
  void whatWasPreparedIsTakenBackToTheLetter() {
    String before = legacy.catalog();
    Wanted wanted = wanted(Isolation.SHARED_DATABASE);
    prepare(wanted);
    assertFalse(before.equals(legacy.catalog()));

    adoptions.undo(plan(wanted), new Silent()).await().atMost(LONG_ENOUGH);

    assertEquals(before, legacy.catalog());
    assertEquals("500", legacy.text("SELECT count(*) FROM {s}.customers"));
    assertFalse(plan(wanted).begun());
  }

  @Test
  void whatWasNotPreparedIsNotTakenBack() {
    String before = legacy.catalog();
    Adoption planned = plan(wanted(Isolation.SHARED_DATABASE));

    assertThrows(
        AdoptionRefusedException.class,
        () -> adoptions.undo(planned, new Silent()).await().atMost(LONG_ENOUGH));
    assertEquals(before, legacy.catalog());
  }

  @Test
  void twoRunsAtOnceAreRefused() {
    Wanted wanted = wanted(Isolation.SHARED_DATABASE);
    List<String> refusals = new ArrayList<>();
    Silent second =
        new Silent() {
          @Override
          public void begins(int position, AdoptionStep step) {
            if (position == 5) {
              refusals.add(
                  assertThrows(AdoptionRefusedException.class, () -> prepare(wanted)).getMessage());
            }
          }
        };

    adoptions.prepare(plan(wanted), second).await().atMost(LONG_ENOUGH);

    assertEquals(List.of("this adoption is at work already"), refusals);
    finish(wanted);
    assertEquals("500", ask(tenant(subdomain), "SELECT count(*) FROM customers"));
  }

  @Test
  void whatIsFinishedIsNotTakenBack() {
    adoptAll(Isolation.SHARED_DATABASE);

    Adoption finished = plan(wanted(Isolation.SHARED_DATABASE));

    assertTrue(finished.finished());
    assertThrows(
        AdoptionRefusedException.class,
        () -> adoptions.undo(finished, new Silent()).await().atMost(LONG_ENOUGH));
  }

  @Test
  void aColumnThatIsThereAlreadyIsFilledWhileTheOldApplicationWrites() throws Exception {
    legacy.run(
        "ALTER TABLE invoices ADD tenant_id uuid",
        "INSERT INTO invoices (customer_id, number, total) SELECT 1 + n % 500, 'B' || n, n"
            + " FROM generate_series(1, 20000) n");
    String before = legacy.catalog();
    Wanted wanted = wanted(Isolation.SHARED_DATABASE);
    try (Connection old = superuser.connect();
        Statement statement = old.createStatement()) {
      old.setAutoCommit(false);
      statement.execute("UPDATE " + legacy.schema() + ".invoices SET paid = true WHERE id = 7");
      Thread release = new Thread(() -> endSoon(old));
      release.start();
      prepare(wanted);
      release.join();
    }
    assertEquals("0", legacy.text("SELECT count(*) FROM {s}.invoices WHERE tenant_id IS NULL"));

    adoptions.undo(plan(wanted), new Silent()).await().atMost(LONG_ENOUGH);
    assertEquals(before, legacy.catalog());
    assertEquals("0", legacy.text("SELECT count(tenant_id) FROM {s}.invoices"));

    finish(wanted);
    assertEquals("22000", ask(tenant(subdomain), "SELECT count(*) FROM invoices"));
    assertEquals(List.of(), selfCheck.closerFindings());
  }

  private static void endSoon(Connection connection) {
    try {
      Thread.sleep(2_000);
      connection.commit();
    } catch (java.sql.SQLException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void theTenantHasToFit() {
    refusesTenant("say with which isolation", wanted(Optional.empty(), subdomain));
    refusesTenant(
        "is reserved",
        wanted(
            Optional.of(Isolation.SHARED_DATABASE),
            io.aegisx.tenancy.tenant.Canaries.PREFIX + "x"));
    String there = Fixtures.tenant("schema_per_tenant").getString("subdomain");
    refusesTenant(
        "is there, with isolation schema", wanted(Optional.of(Isolation.SHARED_DATABASE), there));
    String own = Fixtures.tenant("database_per_tenant").getString("subdomain");
    refusesTenant("has a database of its own already", wanted(Optional.empty(), own));
    Fixtures.root().delete("/tenants/" + there);
    refusesTenant("is deleted", wanted(Optional.empty(), there));
    Wanted elsewhere =
        new Wanted(
            subdomain,
            Optional.empty(),
            Optional.of(Isolation.SHARED_DATABASE),
            new Source("postgres", legacy.schema(), Legacy.TABLES));
    refusesTenant("the tables have to be in database aegisx to be moved", elsewhere);
  }

  private Wanted wanted(Optional<Isolation> isolation, String name) {
    return new Wanted(name, Optional.empty(), isolation, legacy.source());
  }

  private void refusesTenant(String reason, Wanted wanted) {
    String told = assertThrows(AdoptionRefusedException.class, () -> plan(wanted)).getMessage();
    assertTrue(told.contains(reason), told);
  }

  @Test
  void brokenOffBeforeAnyStepItIsGoneOnWith() {
    Wanted wanted = wanted(Isolation.SHARED_DATABASE);
    int steps = plan(wanted).steps().size();
    for (int i = 0; i < steps; i++) {
      int last = i;
      Adoption adoption = plan(wanted);
      assertEquals(last, adoption.steps().stream().filter(AdoptionStep::done).count());
      assertThrows(
          IllegalStateException.class,
          () ->
              adoptions
                  .prepare(adoption, new BreakingOff(last))
                  .chain(() -> adoptions.finish(plan(wanted), new BreakingOff(last)))
                  .await()
                  .atMost(LONG_ENOUGH));
      int run = last;
      if (run < steps - 1) {
        runOne(wanted, run);
      }
    }

    finish(wanted);

    assertEquals("500", ask(tenant(subdomain), "SELECT count(*) FROM customers"));
  }

  @Test
  void anIndexThatWasLeftHalfBuiltIsBuiltAnew() throws Exception {
    Wanted wanted = wanted(Isolation.SHARED_DATABASE);
    try (Connection old = superuser.connect()) {
      Uni<Void> prepared = adoptions.prepare(plan(wanted), new Killing(old));
      assertThrows(RuntimeException.class, () -> prepared.await().atMost(LONG_ENOUGH));
    }
    assertEquals("1", legacy.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid"));

    finish(wanted);

    assertEquals("0", legacy.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid"));
    assertEquals("100", ask(tenant(subdomain), "SELECT count(*) FROM tickets"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE tickets | there is no table tickets in schema",
        "DROP TABLE notes; CREATE TABLE notes (n int) PARTITION BY LIST (n) | notes is partitioned",
        "CREATE TABLE child () INHERITS (tickets) | tickets inherits, or is inherited from",
        "ALTER TABLE notes SET UNLOGGED | notes is unlogged or temporary",
        "ALTER TABLE notes ENABLE ROW LEVEL SECURITY | notes has row-level security already",
        "ALTER TABLE invoices ADD tenant_id text"
            + " | invoices has a column tenant_id already, and it is not a uuid that may be NULL",
        "ALTER TABLE notes ADD tenant_id uuid"
            + " | notes has a column tenant_id already, and no primary key by which",
        "ALTER TABLE customers ADD tenant_id uuid"
            + " | customers has a column tenant_id already, and a trigger would take",
        "ALTER TABLE tickets ADD tenant_id uuid;"
            + " UPDATE tickets SET tenant_id = gen_random_uuid() WHERE id = 7"
            + " | tickets has a column tenant_id already, and it is not empty",
        "ALTER TABLE tickets ADD tenant_id uuid UNIQUE"
            + " | tickets has a column tenant_id already, and it is in a key",
        "ALTER TABLE tickets REPLICA IDENTITY USING INDEX tickets_pkey"
            + " | tickets is replicated by one of its keys",
        "CREATE RULE quiet AS ON INSERT TO notes DO INSTEAD NOTHING | notes has rules",
        "ALTER TABLE notes ADD EXCLUDE USING hash (line WITH =) | notes has an exclusion constraint",
        "CREATE TABLE parts (customer_id int REFERENCES customers)"
            + " | foreign key parts_customer_id_fkey leads from",
        "CREATE TABLE kinds (id int PRIMARY KEY);"
            + " ALTER TABLE notes ADD kind int REFERENCES kinds"
            + " | foreign key notes_kind_fkey leads from notes to",
        "CREATE MATERIALIZED VIEW copy AS SELECT * FROM notes"
            + " | copy is a materialized view: it would hold rows of all tenants",
        "CREATE TABLE kinds (id int); CREATE VIEW both_of AS SELECT line, id FROM notes, kinds"
            + " | both_of is a view that also shows",
        "CREATE VIEW grouped AS SELECT t.id, t.title FROM tickets t GROUP BY t.id"
            + " | grouped is grouped by key tickets_pkey of tickets",
        "CREATE INDEX users_email ON notes (line)"
            + " | there is users_email in schema shared already"
      })
  void whatCannotBeDoneIsRefusedBeforeAnythingIsChanged(String obstacle, String reason) {
    legacy.run(obstacle);
    String before = legacy.catalog();

    AdoptionRefusedException refused =
        assertThrows(AdoptionRefusedException.class, () -> plan(wanted(Isolation.SHARED_DATABASE)));

    assertEquals(1, refused.reasons().size(), refused::getMessage);
    String told = refused.reasons().get(0).replace(legacy.schema() + ".", "");
    assertTrue(told.startsWith(reason), told);
    assertEquals(before, legacy.catalog());
    assertEquals("TENANT_NOT_FOUND", Fixtures.root().get("/tenants/" + subdomain).code());
  }

  @Test
  void tablesThatBelongToStrangersAreRefused() {
    superuser.run("ALTER TABLE " + legacy.schema() + ".notes OWNER TO postgres");

    AdoptionRefusedException refused =
        assertThrows(AdoptionRefusedException.class, () -> plan(wanted(Isolation.SHARED_DATABASE)));

    assertEquals(
        List.of("notes belongs to postgres, of which aegisx_admin is not a member"),
        refused.reasons());
  }

  @Test
  void anotherAdoptionForTheSameTenantIsRefusedUntilTheFirstIsDone() {
    prepare(wanted(Isolation.SHARED_DATABASE));

    Wanted other =
        new Wanted(
            subdomain,
            Optional.empty(),
            Optional.empty(),
            new Source("aegisx", legacy.schema(), List.of("tickets")));

    String message = assertThrows(AdoptionRefusedException.class, () -> plan(other)).getMessage();
    assertTrue(message.contains("go on with that, or undo it"), message);
    adoptions
        .undo(plan(wanted(Isolation.SHARED_DATABASE)), new Silent())
        .await()
        .atMost(LONG_ENOUGH);
  }

  private void adoptAll(Isolation isolation) {
    finish(wanted(isolation));
  }

  private Wanted wanted(Isolation isolation) {
    return new Wanted(subdomain, Optional.empty(), Optional.of(isolation), legacy.source());
  }

  private Adoption plan(Wanted wanted) {
    return adoptions.plan(wanted).await().atMost(LONG_ENOUGH);
  }

  private void prepare(Wanted wanted) {
    adoptions.prepare(plan(wanted), new Silent()).await().atMost(LONG_ENOUGH);
  }

  private void finish(Wanted wanted) {
    prepare(wanted);
    adoptions.finish(plan(wanted), new Silent()).await().atMost(LONG_ENOUGH);
  }

  private void runOne(Wanted wanted, int step) {
    assertThrows(
        IllegalStateException.class,
        () ->
            adoptions
                .prepare(plan(wanted), new BreakingOff(step + 1))
                .chain(() -> adoptions.finish(plan(wanted), new BreakingOff(step + 1)))
                .await()
                .atMost(LONG_ENOUGH));
  }

  private Tenant tenant(String name) {
    return tenants.find(new TenantKey.Name(name)).await().atMost(LONG_ENOUGH).orElseThrow();
  }

  private String ask(Tenant tenant, String sql) {
    String text = "SELECT CAST((" + sql + ") AS text)";
    return TenantContext.within(vertx, tenant, () -> data.read(() -> data.text(text, Map.of())))
        .await()
        .atMost(LONG_ENOUGH);
  }

  private void write(Tenant tenant, String sql) {
    TenantContext.within(vertx, tenant, () -> data.write(() -> data.execute(sql, Map.of())))
        .await()
        .atMost(LONG_ENOUGH);
  }

  private void refuses(Tenant tenant, String sql) {
    assertThrows(RuntimeException.class, () -> write(tenant, sql), sql);
  }

  private String indexes(Tenant tenant) {
    return superuser
        .texts(
            "SELECT indexname FROM pg_indexes WHERE schemaname = '"
                + tenant.placement().schema()
                + "'")
        .toString();
  }

  /** What the service may do now does not count. */
  private static List<String> without(String catalog) {
    List<String> kept = new ArrayList<>();
    for (String fact : catalog.substring(64).split(", (?=[a-z]+ )", -1)) {
      if (!fact.contains("owner")) {
        kept.add(fact);
      }
    }
    return kept;
  }

  private static class Silent implements AdoptionRun.Listener {
    @Override
    public void begins(int position, AdoptionStep step) {}

    @Override
    public void ended(int position, AdoptionStep step) {}
  }

  /** Fails before a step. */
  private static final class BreakingOff extends Silent {
    private final int before;

    BreakingOff(int before) {
      this.before = before;
    }

    @Override
    public void begins(int position, AdoptionStep step) {
      if (position == before) {
        throw new IllegalStateException("Broken off");
      }
    }
  }

  /** Ends the session in which the key of tickets is being built. */
  private final class Killing extends Silent {
    private final Connection old;

    Killing(Connection old) {
      this.old = old;
    }

    @Override
    public void begins(int position, AdoptionStep step) {
      if (step.name().startsWith("tickets: build")) {
        keepItWaiting();
        new Thread(this::kill).start();
      }
    }

    private void keepItWaiting() {
      try (Statement statement = old.createStatement()) {
        old.setAutoCommit(false);
        statement.execute("UPDATE " + legacy.schema() + ".tickets SET title = 'x' WHERE id = 1");
      } catch (java.sql.SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }

    private void kill() {
      String building =
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE"
              + " 'CREATE UNIQUE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock'";
      while (superuser.texts(building).isEmpty()) {
        Fixtures.pause();
      }
    }
  }
}
