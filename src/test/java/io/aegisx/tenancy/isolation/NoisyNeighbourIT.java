package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Installation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One tenant's statements take as long as they may, on every connection that it can get. */
class NoisyNeighbourIT {

  /** By how much the slowest hundredth of the others' requests may get slower. */
  private static final double FACTOR = 5;

  /** Below this, differences are the machine's, not the neighbour's. */
  private static final double NOISE_MILLIS = 40;

  private static final int HOGS = 60;
  private static final int ROUNDS = 150;

  private static Installation installation;
  private static List<Shop> others;

  @BeforeAll
  static void openShops() {
    installation = Installation.start("noisy", Map.of());
    others = new ArrayList<>();
    for (String isolation :
        List.of("shared_database", "schema_per_tenant", "database_per_tenant")) {
      others.add(Shop.open(installation, "quiet-" + others.size(), isolation));
    }
    Shop.open(installation, "hog-s", "schema_per_tenant");
    Shop.open(installation, "hog-d", "database_per_tenant");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hog-s", "hog-d"})
  void theOthersHardlyNotice(String hog) throws Exception {
    slowestHundredth();
    double alone = slowestHundredth();
    AtomicBoolean stopped = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(HOGS);
    ConcurrentLinkedQueue<Api.Answer> answers = new ConcurrentLinkedQueue<>();
    double beside;
    try (Connection lock = lockUsersOf(hog)) {
      for (int i = 0; i < HOGS; i++) {
        threads.submit(() -> hog(hog, stopped, answers));
      }
      TimeUnit.MILLISECONDS.sleep(500);
      beside = slowestHundredth();
      stopped.set(true);
      threads.shutdown();
      assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS), "the hog's requests hang");
    }
    answers.forEach(
        answer ->
            assertTrue(
                Set.of("STORAGE_UNAVAILABLE", "CONFLICT").contains(answer.code()),
                answer::toString));
    assertTrue(
        beside <= FACTOR * Math.max(alone, NOISE_MILLIS),
        () -> "p99 alone %.1f ms, beside %s %.1f ms".formatted(alone, hog, beside));
    assertEquals(200, installation.admin(hog).get("/users").status());
  }

  @Test
  void whoHoldsNothingIsServedThoughAnotherHoldsAllThatItMay() throws Exception {
    try (Connection lock = lockUsersOf("hog-s")) {
      ExecutorService threads = Executors.newFixedThreadPool(HOGS);
      for (int i = 0; i < HOGS; i++) {
        threads.submit(() -> installation.admin("hog-s").get("/users"));
      }
      TimeUnit.MILLISECONDS.sleep(500);
      for (Shop other : others) {
        assertEquals(200, other.admin().get("/users").status());
      }
      threads.shutdown();
      assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
    }
  }

  private static void hog(
      String hog, AtomicBoolean stopped, ConcurrentLinkedQueue<Api.Answer> answers) {
    while (!stopped.get()) {
      answers.add(installation.admin(hog).get("/users"));
    }
  }

  /** The 99th percentile of the others' reads, in milliseconds. */
  private static double slowestHundredth() {
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    List<Runnable> clients = new ArrayList<>();
    others.forEach(shop -> clients.add(() -> measure(shop, nanos)));
    Crowd.run(clients);
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(sorted.size() * 99 / 100) / 1e6;
  }

  private static void measure(Shop shop, ConcurrentLinkedQueue<Long> nanos) {
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      Api.Answer answer = shop.admin().get("/users");
      nanos.add(System.nanoTime() - begun);
      assertEquals(200, answer.status(), answer.toString());
    }
  }

  /** Makes every read of the tenant's users wait; it has a schema or a database of its own. */
  private static Connection lockUsersOf(String tenant) throws SQLException {
    String own =
        "tenant_"
            + installation.root().get("/tenants/" + tenant).json().getString("id").replace("-", "");
    boolean ownDatabase = tenant.equals("hog-d");
    Connection connection =
        installation
            .stack()
            .superuser()
            .postgres()
            .superuser(ownDatabase ? own : LocalPostgres.DATABASE);
    connection.setAutoCommit(false);
    Statement statement = connection.createStatement();
    statement.execute(
        "LOCK TABLE " + (ownDatabase ? "app" : own) + ".users IN ACCESS EXCLUSIVE MODE");
    return connection;
  }
}
