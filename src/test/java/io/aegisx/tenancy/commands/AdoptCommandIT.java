package io.aegisx.tenancy.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.provisioning.adoption.Legacy;
import io.aegisx.tenancy.testing.CommandRun;
import io.aegisx.tenancy.testing.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package, called with {@code adopt} and {@code drift} instead of started as a service. */
class AdoptCommandIT {

  private static final String TABLES = String.join(",", Legacy.TABLES);

  private static Installation service;

  @BeforeAll
  static void start() {
    service = Installation.start("adopt-command", Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theOldApplicationWritesAllTheTimeAndTheServiceHasItsDataInTheEnd() throws Exception {
    Legacy legacy = Legacy.inMainDatabase(service.stack().superuser());
    String before = legacy.catalog();

    CommandRun plan = acme(legacy, "--dry-run");
    assertEquals(0, plan.code(), plan.output());
    assertTrue(plan.output().contains("-- 1. customers: add tenant_id"), plan.output());
    assertTrue(plan.output().contains("(reads about 2000 rows)"), plan.output());
    assertTrue(plan.output().contains("CREATE UNIQUE INDEX CONCURRENTLY"), plan.output());
    assertTrue(plan.output().contains("\nCOMMIT;\n"), plan.output());
    assertEquals(before, legacy.catalog());
    assertEquals("TENANT_NOT_FOUND", service.root().get("/tenants/acme").code());

    OldApplication old = new OldApplication(legacy);
    CommandRun prepared = acme(legacy);
    int written = old.stop();
    assertEquals(0, prepared.code(), prepared.output());
    assertEquals("prepared", prepared.last().getString("event"), prepared.output());
    assertTrue(written > 0, "It wrote nothing");

    CommandRun finished = acme(legacy, "--finish");
    assertEquals(0, finished.code(), finished.output());
    assertEquals("finished", finished.last().getString("event"), finished.output());
    String id = service.root().get("/tenants/acme").json().getString("id");
    assertEquals(
        List.of((2000 + written) + " " + id),
        service
            .stack()
            .superuser()
            .texts("SELECT count(*) || ' ' || min(tenant_id::text) FROM shared.invoices"));
    assertEquals(200, service.admin("acme").get("/users").status());

    CommandRun undo = acme(legacy, "--undo");
    assertEquals(3, undo.code(), undo.output());
    assertTrue(undo.output().contains("there is no way back"), undo.output());
  }

  @Test
  void whatIsPreparedIsUndoneAndWhatCannotBeIsRefused() {
    Legacy legacy = Legacy.inMainDatabase(service.stack().superuser());
    String before = legacy.catalog();
    String[] globex = {"--tenant", "globex", "--isolation", "shared_database"};

    CommandRun refused = adopt(legacy, "customers", globex);
    assertEquals(3, refused.code(), refused.output());
    assertTrue(refused.output().contains("which is not listed"), refused.output());
    assertEquals(before, legacy.catalog());

    assertEquals(0, adopt(legacy, TABLES, globex).code());
    CommandRun undone = adopt(legacy, TABLES, "--tenant", "globex", "--undo");
    assertEquals(0, undone.code(), undone.output());
    assertEquals("undone", undone.last().getString("event"), undone.output());
    assertEquals(before, legacy.catalog());
  }

  @Test
  void driftIsSaidInWordsAndInJson() {
    String id = service.tenant("drifted", "schema_per_tenant").getString("id");
    service
        .stack()
        .sql("ALTER TABLE tenant_" + id.replace("-", "") + ".users ADD COLUMN nick text");

    CommandRun words = CommandRun.of(service.stack(), "drift");
    assertEquals(1, words.code(), words.output());
    assertTrue(
        words.output().contains("drifted (" + id + "): column users.nick is not expected: text"),
        words.output());

    CommandRun json = CommandRun.of(service.stack(), "drift", "--only", "drifted", "--json");
    assertEquals(1, json.code(), json.output());
    assertEquals(id, json.last().getString("tenant"));
    assertEquals(64, json.last().getString("fingerprint").length());
    assertEquals(
        "column users.nick is not expected: text",
        json.last().getJsonArray("differences").getString(0));

    assertEquals(2, CommandRun.of(service.stack(), "drift", "--only", "nobody").code());
  }

  private static CommandRun acme(Legacy legacy, String... wish) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--tenant", "acme", "--name", "Acme"));
    options.addAll(List.of("--isolation", "shared_database"));
    options.addAll(List.of(wish));
    return adopt(legacy, TABLES, options.toArray(String[]::new));
  }

  private static CommandRun adopt(Legacy legacy, String tables, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("adopt", "--schema", legacy.schema(), "--tables", tables));
    arguments.addAll(List.of(options));
    return CommandRun.of(service.stack(), arguments.toArray(String[]::new));
  }

  /** Writes without a pause, and counts; whatever fails is told in the end. */
  private static final class OldApplication {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger written = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<Future<?>> writers;

    OldApplication(Legacy legacy) {
      writers =
          List.of(
              threads.submit(() -> write(legacy, "a")), threads.submit(() -> write(legacy, "b")));
    }

    private void write(Legacy legacy, String name) {
      for (int i = 0; !stopped.get(); i++) {
        legacy.run(
            "BEGIN",
            "INSERT INTO invoices (customer_id, number, total) VALUES (1 + %d %% 400, '%s%d', %d)"
                .formatted(i, name, i, i),
            "UPDATE customers SET active = NOT active WHERE id = 1 + " + i % 400,
            "INSERT INTO tickets (id, title) VALUES (%d, 'x') ON CONFLICT (id) DO UPDATE SET title = 'y'"
                .formatted(i % 50),
            "COMMIT");
        written.incrementAndGet();
      }
    }

    int stop() throws Exception {
      stopped.set(true);
      for (Future<?> writer : writers) {
        writer.get();
      }
      threads.shutdown();
      return written.get();
    }
  }
}
