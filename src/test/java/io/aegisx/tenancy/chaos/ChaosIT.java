package io.aegisx.tenancy.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.DatabaseProxy;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Under a mixed load of tenants of all isolations everything fails that can, one after the other.
 * Then nobody has been shown anything wrong, every write that was confirmed is there, every
 * connection is given back, and no request hangs.
 */
@Tag("chaos-short")
class ChaosIT {

  private static final int TENANTS = Integer.getInteger("chaos.tenants", 30);
  private static final int ROUNDS = Integer.getInteger("chaos.rounds", 1);
  private static final int CLIENTS = 12;
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);
  private static final List<String> ISOLATIONS =
      List.of("shared_database", "schema_per_tenant", "database_per_tenant");

  @Test
  void nothingIsLostLeakedOrConfusedWhateverFails() {
    try (ServiceStack stack = ServiceStack.start("chaos");
        DatabaseProxy proxy = DatabaseProxy.start(stack.databasePort());
        Installation installation =
            new Installation(stack, ServiceProcess.start(environment(stack, proxy)).awaitReady())) {
      List<Ledger> ledgers = makeTenants(installation);
      String victim = databaseOf(installation, ledgers.get(2).tenant());
      try (Load load = load(ledgers, installation)) {
        for (int round = 0; round < ROUNDS; round++) {
          for (Disturbance disturbance : Disturbance.values()) {
            disturbance.strike(stack, proxy, victim);
            await(disturbance + " leaves tenants unserved", () -> allServed(ledgers));
          }
        }
        assertTrue(load.requests() > 0);
      }
      await("connections are not given back", () -> nothingInUse(installation));
      ledgers.forEach(Ledger::requireKept);
      assertTrue(ledgers.stream().mapToInt(Ledger::promises).sum() > 0);
      assertEquals("isolated", verdict(installation));
    }
  }

  private static Map<String, String> environment(ServiceStack stack, DatabaseProxy proxy) {
    Map<String, String> environment = stack.environment();
    environment.put("DB_ADMIN_PORT", environment.get("DB_PORT"));
    environment.put("DB_PORT", Integer.toString(proxy.port()));
    environment.put("DB_TIMEOUT", "3s");
    environment.put("DB_DEAD_AFTER", "5s");
    environment.put("TENANCY_CONNECTIONS_ACQUIRE_TIMEOUT", "2s");
    return environment;
  }

  private static List<Ledger> makeTenants(Installation installation) {
    List<Ledger> ledgers = new ArrayList<>();
    for (int i = 0; i < TENANTS; i++) {
      String name = "chaos-" + i;
      installation.tenant(name, ISOLATIONS.get(i % ISOLATIONS.size()));
      ledgers.add(new Ledger(name, installation.admin(name)));
    }
    return ledgers;
  }

  private static Load load(List<Ledger> ledgers, Installation installation) {
    String token = installation.stack().issuer().superAdmin();
    return new Load(ledgers, CLIENTS, installation.service().port(), token);
  }

  private static String databaseOf(Installation installation, String tenant) {
    String id = installation.root().get("/tenants/" + tenant).json().getString("id");
    return "tenant_" + id.replace("-", "");
  }

  private static boolean allServed(List<Ledger> ledgers) {
    return ledgers.stream().allMatch(Ledger::isServed);
  }

  private static boolean nothingInUse(Installation installation) {
    return installation.connectionsInUse().stream().allMatch(count -> count == 0);
  }

  private static String verdict(Installation installation) {
    return installation.root().post("/isolation", "{}").json().getString("verdict");
  }

  private static void await(String otherwise, BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONGEST_RECOVERY);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), otherwise);
    }
  }
}
