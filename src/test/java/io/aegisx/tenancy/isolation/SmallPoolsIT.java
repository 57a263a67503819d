package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Deserter;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many clients of many tenants on few connections, and clients that do not wait for answers. */
class SmallPoolsIT {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int CLIENTS_PER_SHOP = 5;
  private static final int ROUNDS = 12;
  private static final int DESERTIONS = 40;
  private static final String END_ALL_SESSIONS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'aegisx_app'";

  private static Installation installation;
  private static List<Shop> shops;

  @BeforeAll
  static void openShops() {
    installation =
        Installation.start(
            "small-pools",
            Map.of(
                // Four for the shared pool, four for databases.
                "TENANCY_CONNECTIONS_TOTAL", "16",
                "TENANCY_CONNECTIONS_REGISTRY", "2",
                "TENANCY_CONNECTIONS_PROVISIONING", "1",
                "TENANCY_CONNECTIONS_SHARED_WEIGHT", "1",
                "TENANCY_CONNECTIONS_DATABASE_WEIGHT", "1"));
    shops = new ArrayList<>();
    for (String isolation :
        List.of(
            "shared_database",
            "shared_database",
            "schema_per_tenant",
            "schema_per_tenant",
            "database_per_tenant",
            "database_per_tenant",
            "database_per_tenant",
            "database_per_tenant")) {
      shops.add(Shop.open(installation, "shop" + shops.size(), isolation));
    }
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @AfterEach
  void theServiceGoesOnAndHoldsNoConnection() {
    shops.forEach(Shop::requireBalancedBooks);
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (installation.connectionsInUse().stream().anyMatch(count -> count != 0)) {
      assertTrue(
          Instant.now().isBefore(end), () -> "still in use: " + installation.connectionsInUse());
    }
    assertTrue(installation.connectionsInUse().size() >= shops.size());
  }

  @Test
  void everyAnswerIsOfTheRightTenantHoweverFewTheConnections() {
    Crowd.run(shoppers(Set.of()));
  }

  @Test
  void requestsThatNobodyWaitsForLeaveNothingHalfDone() {
    List<Runnable> clients = new ArrayList<>(shoppers(Set.of()));
    shops.forEach(shop -> clients.add(() -> orderAndLeave(shop)));
    Crowd.run(clients);
  }

  @Test
  void sessionsThatTheServerEndsCostOnlyTheRequestsThatUsedThem() {
    AtomicBoolean done = new AtomicBoolean();
    Thread terminator = new Thread(() -> endSessionsUntil(done));
    terminator.start();
    try {
      Crowd.run(shoppers(Set.of("STORAGE_UNAVAILABLE")));
    } finally {
      done.set(true);
    }
  }

  private static void orderAndLeave(Shop shop) {
    Random random = new Random(shop.name().hashCode());
    JsonObject order = Fixtures.order(shop.userId(), shop.productIds().get(0), 1);
    for (int i = 0; i < DESERTIONS; i++) {
      Deserter.post(shop.admin(), "/orders", order, random.nextInt(12), random.nextBoolean());
    }
  }

  private static void endSessionsUntil(AtomicBoolean done) {
    while (!done.get()) {
      installation.stack().sql(END_ALL_SESSIONS);
      pause(100);
    }
  }

  private static List<Shopper> shoppers(Set<String> alsoFine) {
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < shops.size() * CLIENTS_PER_SHOP; i++) {
      Shop shop = shops.get(i % shops.size());
      Shop stranger = shops.get((i + 1 + i / shops.size()) % shops.size());
      shoppers.add(new Shopper(shop, stranger, alsoFine, i, ROUNDS));
    }
    return shoppers;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
