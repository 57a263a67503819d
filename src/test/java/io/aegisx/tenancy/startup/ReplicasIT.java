package io.aegisx.tenancy.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances on one database. */
class ReplicasIT {

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private static ServiceStack stack;
  private static ServiceProcess first;
  private static ServiceProcess second;

  @BeforeAll
  static void startTwoReplicas() {
    stack = ServiceStack.start("replicas");
    // Both at once, as a rolling update of an empty installation does.
    first = ServiceProcess.start(stack.environment());
    second = ServiceProcess.start(stack.environment());
    first.awaitReady();
    second.awaitReady();
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    stack.close();
  }

  @Test
  void aSuspensionOnOneHoldsOnTheOtherWithinASecond() {
    String tenant = tenant("schema_per_tenant");
    assertEquals(200, users(second, tenant).status());

    Instant changed = Instant.now();
    assertEquals(200, root(first).put("/tenants/" + tenant + "/suspend", null).status());
    await(changed, () -> users(second, tenant).code().equals("TENANT_SUSPENDED"));

    changed = Instant.now();
    assertEquals(200, root(second).put("/tenants/" + tenant + "/activate", null).status());
    await(changed, () -> users(first, tenant).status() == 200);
  }

  @Test
  void aTenantThatWasUnknownIsFoundOnceAnotherReplicaHasMadeIt() {
    String tenant = Fixtures.subdomain();
    assertEquals("TENANT_NOT_FOUND", users(second, tenant).code());

    create(tenant, "shared_database");

    await(Instant.now(), () -> users(second, tenant).status() == 200);
  }

  @Test
  void aTenantWithADatabaseOfItsOwnCanBePurgedWhileTheOtherReplicaHoldsConnections() {
    String tenant = tenant("database_per_tenant");
    assertEquals(200, users(second, tenant).status());

    assertEquals(204, root(first).delete("/tenants/" + tenant + "?purge=true").status());

    await(Instant.now(), () -> users(second, tenant).code().equals("TENANT_NOT_FOUND"));
  }

  private static void await(Instant changed, Supplier<Boolean> condition) {
    while (!condition.get()) {
      assertTrue(Instant.now().isBefore(changed.plus(ONE_SECOND)), "not seen within a second");
    }
  }

  private static String tenant(String isolation) {
    String subdomain = Fixtures.subdomain();
    create(subdomain, isolation);
    return subdomain;
  }

  private static void create(String subdomain, String isolation) {
    JsonObject tenant =
        new JsonObject()
            .put("name", subdomain)
            .put("subdomain", subdomain)
            .put("isolation", isolation);
    Api.Answer made = root(first).post("/tenants", tenant);
    assertEquals(201, made.status(), made.text());
  }

  private static Api root(ServiceProcess service) {
    return service.api().withToken(stack.issuer().superAdmin());
  }

  private static Api.Answer users(ServiceProcess service, String tenant) {
    return service.api().withToken(stack.issuer().member(tenant)).forTenant(tenant).get("/users");
  }
}
