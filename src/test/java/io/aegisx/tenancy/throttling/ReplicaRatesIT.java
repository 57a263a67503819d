package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas keep to the limits of a tenant together. */
class ReplicaRatesIT {

  private static final int RATE = 40;
  private static final int SECONDS = 3;

  private static ServiceStack stack;
  private static List<ServiceProcess> replicas;

  @BeforeAll
  static void startTwoReplicas() {
    stack = ServiceStack.start("rates");
    Map<String, String> environment = stack.environment();
    environment.put("TENANCY_PLANS_BASIC_REQUESTS_PER_SECOND", Integer.toString(RATE));
    environment.put("TENANCY_PLANS_BASIC_BURST", Integer.toString(RATE));
    environment.put("TENANCY_STORAGE_MEASURE_EVERY", "1s");
    environment.put("TENANCY_USAGE_FLUSH_EVERY", "500ms");
    ServiceProcess first = ServiceProcess.start(environment).awaitReady();
    replicas = List.of(first, ServiceProcess.start(environment).awaitReady());
  }

  @AfterAll
  static void stop() {
    replicas.forEach(ServiceProcess::close);
    stack.close();
  }

  @Test
  void aFloodAtBothIsLetInAsOftenAsOneAtOneReplica() throws Exception {
    String tenant = tenant(new JsonObject());
    int ideal = RATE * SECONDS;

    int both = servedInSteadyState(tenant, replicas);
    assertTrue(both > 0.6 * ideal && both < 1.4 * ideal, both + " of " + ideal + " at both");

    int one = servedInSteadyState(tenant, replicas.subList(0, 1));
    assertTrue(one > 0.6 * ideal && one < 1.4 * ideal, one + " of " + ideal + " at one");
  }

  @Test
  void bothRefuseWhatATenantAddsThatStoresTooMuch() {
    String tenant = tenant(new JsonObject().put("storageLimit", 0));

    for (ServiceProcess replica : replicas) {
      Polling.await(
          Duration.ofSeconds(6),
          () ->
              api(replica, tenant)
                  .post("/users", new JsonObject())
                  .code()
                  .equals("QUOTA_EXCEEDED"));
    }
  }

  /** How many are served in some seconds, once the replicas have told each other what is asked. */
  private static int servedInSteadyState(String tenant, List<ServiceProcess> asked)
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger served = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (ServiceProcess replica : asked) {
      for (int i = 0; i < 2; i++) {
        clients.add(new Thread(() -> flood(api(replica, tenant), over, served)));
      }
    }
    clients.forEach(Thread::start);
    Thread.sleep(3_000);
    int before = served.get();
    Thread.sleep(SECONDS * 1_000L);
    int counted = served.get() - before;
    over.set(true);
    for (Thread client : clients) {
      client.join();
    }
    return counted;
  }

  private static void flood(Api api, AtomicBoolean over, AtomicInteger served) {
    while (!over.get()) {
      if (api.get("/products").status() == 200) {
        served.incrementAndGet();
      }
      sleepMillis(8);
    }
  }

  private static void sleepMillis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Api api(ServiceProcess replica, String tenant) {
    return replica.api().withToken(stack.issuer().admin(tenant)).forTenant(tenant);
  }

  private static String tenant(JsonObject settings) {
    String subdomain = Fixtures.subdomain();
    JsonObject tenant =
        new JsonObject()
            .put("name", subdomain)
            .put("subdomain", subdomain)
            .put("settings", settings)
            .put("isolation", "shared_database");
    Api.Answer made =
        replicas.get(0).api().withToken(stack.issuer().superAdmin()).post("/tenants", tenant);
    assertEquals(201, made.status(), made.text());
    return subdomain;
  }
}
