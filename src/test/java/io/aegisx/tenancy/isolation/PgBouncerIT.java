package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Behind a pooler that gives each transaction another server connection, tenants are kept apart as
 * without. Needs the package pgbouncer: {@code src/test/scripts/install-pgbouncer.sh}.
 */
@EnabledIf("isInstalled")
class PgBouncerIT {

  private static final int CLIENTS_PER_SHOP = 4;
  private static final int ROUNDS = 40;

  private static ServiceStack stack;
  private static PgBouncer pooler;
  private static Installation installation;

  static boolean isInstalled() {
    return PgBouncer.isInstalled();
  }

  @BeforeAll
  static void startBehindPooler() {
    stack = ServiceStack.start("pgbouncer");
    Map<String, String> environment = stack.environment();
    pooler = PgBouncer.start(environment);
    environment.put("DB_ADMIN_PORT", environment.get("DB_PORT"));
    environment.put("DB_PORT", Integer.toString(pooler.port()));
    environment.put("DB_POOLER", "transaction");
    installation = new Installation(stack, ServiceProcess.start(environment).awaitReady());
  }

  @AfterAll
  static void stop() {
    installation.service().close();
    pooler.close();
    stack.close();
  }

  @Test
  void manyClientsOfAllIsolationsAreAnsweredRightly() {
    List<Shop> shops = new ArrayList<>();
    for (String isolation :
        List.of(
            "shared_database",
            "shared_database",
            "schema_per_tenant",
            "schema_per_tenant",
            "database_per_tenant",
            "database_per_tenant")) {
      shops.add(Shop.open(installation, "pooled-" + shops.size(), isolation));
    }
    List<Shopper> clients = new ArrayList<>();
    for (int i = 0; i < shops.size() * CLIENTS_PER_SHOP; i++) {
      Shop shop = shops.get(i % shops.size());
      Shop stranger = shops.get((i + 1) % shops.size());
      clients.add(new Shopper(shop, stranger, Set.of(), i, ROUNDS));
    }

    Crowd.run(clients);

    shops.forEach(Shop::requireBalancedBooks);
    assertTrue(installation.connectionsInUse().stream().allMatch(count -> count == 0));
  }

  @Test
  void theProverFindsNothing() {
    JsonObject report = installation.root().post("/isolation", "{}").json();
    assertEquals("isolated", report.getString("verdict"), report.encodePrettily());
  }
}
