package io.aegisx.tenancy.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Far more tenant databases than the server takes connections. */
@Tag("chaos")
class ManyDatabasesIT {

  private static final int DATABASES = Integer.getInteger("chaos.databases", 500);
  private static final int MOST_CONNECTIONS = 100;
  private static final int BUDGET = 48;
  private static final int CLIENTS = 16;
  private static final int REQUESTS_PER_CLIENT = 400;
  private static final String OF_THE_SERVICE =
      "SELECT count(*)::text FROM pg_stat_activity WHERE usename IN ('aegisx_app', 'aegisx_admin')";

  @Test
  void aRandomLoadOnAllOfThemMeetsNoConnectionError() throws Exception {
    try (ServiceStack stack = ServiceStack.start("many-databases", MOST_CONNECTIONS);
        Installation installation =
            new Installation(stack, ServiceProcess.start(stack.environment()).awaitReady())) {
      ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
      makeTenants(installation, threads);

      List<Future<?>> clients = new ArrayList<>();
      for (int seed = 0; seed < CLIENTS; seed++) {
        Random random = new Random(seed);
        clients.add(threads.submit(() -> ask(installation, random)));
      }
      int most = 0;
      while (clients.stream().anyMatch(client -> !client.isDone())) {
        most = Math.max(most, openConnections(stack));
        TimeUnit.MILLISECONDS.sleep(20);
      }
      for (Future<?> client : clients) {
        client.get();
      }
      threads.shutdown();

      int opened = most;
      assertTrue(opened <= BUDGET, () -> opened + " connections were open");
      System.out.printf(
          "%d databases, %d requests, at most %d connections%n",
          DATABASES, CLIENTS * REQUESTS_PER_CLIENT, opened);
    }
  }

  private static void makeTenants(Installation installation, ExecutorService threads)
      throws Exception {
    List<Future<?>> made = new ArrayList<>();
    for (int i = 0; i < DATABASES; i++) {
      String name = "many-" + i;
      made.add(threads.submit(() -> installation.tenant(name, "database_per_tenant")));
    }
    for (Future<?> one : made) {
      one.get();
    }
  }

  private static void ask(Installation installation, Random random) {
    for (int i = 0; i < REQUESTS_PER_CLIENT; i++) {
      Api.Answer answer =
          installation.admin("many-" + random.nextInt(DATABASES)).get("/users?limit=1");
      assertEquals(200, answer.status(), answer.toString());
    }
  }

  private static int openConnections(ServiceStack stack) {
    return Integer.parseInt(stack.superuser().texts(OF_THE_SERVICE).get(0));
  }
}
