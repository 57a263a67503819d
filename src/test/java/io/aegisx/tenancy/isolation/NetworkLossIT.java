package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.aegisx.tenancy.testing.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The network to the database is lost without a word, as when the machine behind it is gone. */
class NetworkLossIT {

  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(25);
  private static final List<String> TENANTS = List.of("one", "two", "three");
  private static final int REQUESTS = 60;

  private static Wire wire;
  private static Installation installation;

  @BeforeAll
  static void start() {
    ServiceStack stack = ServiceStack.start("network-loss");
    Map<String, String> environment = stack.environment();
    wire = new Wire(Integer.parseInt(environment.get("DB_PORT")));
    environment.put("DB_PORT", Integer.toString(wire.port()));
    environment.put("DB_TIMEOUT", "3s");
    environment.put("DB_DEAD_AFTER", "5s");
    environment.put("QUARKUS_DATASOURCE_REACTIVE_IDLE_TIMEOUT", "3s");
    environment.put("QUARKUS_DATASOURCE_REGISTRY_REACTIVE_IDLE_TIMEOUT", "3s");
    environment.put("TENANCY_DATABASE_POOLS_IDLE_TIMEOUT", "3s");
    installation = new Installation(stack, ServiceProcess.start(environment).awaitReady());
    for (int i = 0; i < TENANTS.size(); i++) {
      installation.tenant(TENANTS.get(i), Fixtures.ISOLATIONS[i]);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    installation.close();
    wire.close();
  }

  @Test
  void connectionsThatHaveFallenSilentAreGivenUpAndNothingIsServedFromAnOldMemory() {
    await(() -> outcomes().equals(Map.of("200", REQUESTS)));

    wire.cut();
    assertEquals(Map.of("503 STORAGE_UNAVAILABLE", REQUESTS), outcomes());
    installation
        .stack()
        .sql("UPDATE registry.tenants SET status = 'suspended' WHERE subdomain = 'one'");
    wire.mend();

    await(() -> users("one").code().equals("TENANT_SUSPENDED"));
    await(() -> users("two").status() == 200 && users("three").status() == 200);
    await(() -> installation.connectionsInUse().stream().allMatch(count -> count == 0));
    assertEquals(Set.of("200", "403 TENANT_SUSPENDED"), outcomes().keySet());
  }

  /** Enough requests at once to need every connection of every pool. */
  private static Map<String, Integer> outcomes() {
    return AtOnce.outcomes(
        AtOnce.send(
            REQUESTS,
            i ->
                installation
                    .admin(TENANTS.get(i % TENANTS.size()))
                    .sendAsync("GET", "/users", null)));
  }

  private static Api.Answer users(String tenant) {
    return installation.admin(tenant).get("/users");
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONGEST_RECOVERY);
    while (!condition.getAsBoolean()) {
      assertTrue(
          Instant.now().isBefore(end), () -> "no recovery:\n" + installation.service().output());
    }
  }
}
