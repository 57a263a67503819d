package io.aegisx.tenancy.benchmark;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much slower the slowest hundredth of the others' requests gets while one tenant offers 50
 * times its rate.
 */
@Tag("benchmark")
class NoisyNeighbourBenchmarkIT {

  private static final int OTHERS = 10;
  private static final int RATE = 20;
  private static final int NOISE = 50 * RATE;
  private static final int ROUNDS = 7;
  private static final int SECONDS_PER_TURN = 6;

  @Test
  void slowestHundredthOfTheOthersWithNoiseAgainstWithout() throws Exception {
    Map<String, String> limits =
        Map.of(
            "TENANCY_PLANS_ENTERPRISE_REQUESTS_PER_SECOND", Integer.toString(RATE),
            "TENANCY_PLANS_ENTERPRISE_BURST", Integer.toString(2 * RATE),
            "TENANCY_PLANS_ENTERPRISE_CONCURRENT_REQUESTS", "8");
    measure("limited", limits);
    measure("unlimited", Map.of());
  }

  private static void measure(String name, Map<String, String> limits) throws Exception {
    try (Installation installation = Installation.start("noise-" + name, limits)) {
      Api noisy = tenant(installation, "noisy");
      List<Api> others = new ArrayList<>();
      for (int i = 0; i < OTHERS; i++) {
        others.add(tenant(installation, "quiet-" + i));
      }
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        double alone = slowestHundredth(others);
        ratios.add(besideNoise(noisy, others) / alone);
        System.out.printf("BENCHMARK round: %s alone %.1f ms%n", name, alone);
      }
      // The first rounds warm it up.
      System.out.printf(
          "BENCHMARK p99 of others beside 50x/alone, %s: %.2f %s%n",
          name, Throughput.median(ratios.subList(2, ROUNDS)), ratios);
    }
  }

  private static Api tenant(Installation installation, String subdomain) {
    installation.tenant(subdomain, "shared_database");
    Api admin = installation.admin(subdomain);
    for (int i = 0; i < 5; i++) {
      admin.post("/users", Fixtures.user("u" + i + "@example.com"));
    }
    return admin;
  }

  private static double besideNoise(Api noisy, List<Api> others) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger sent = new AtomicInteger();
    Thread noise = new Thread(() -> makeNoise(noisy, over, sent));
    noise.start();
    double slowest = slowestHundredth(others);
    over.set(true);
    noise.join();
    System.out.printf("BENCHMARK noise: %d requests a second%n", sent.get() / SECONDS_PER_TURN);
    return slowest;
  }

  /** Offers a fixed rate, answered or not; no more than 200 at the same time. */
  private static void makeNoise(Api noisy, AtomicBoolean over, AtomicInteger sent) {
    Semaphore underWay = new Semaphore(200);
    long begun = System.nanoTime();
    while (!over.get()) {
      long due = begun + sent.get() * TimeUnit.SECONDS.toNanos(1) / NOISE;
      sleepUntil(due);
      if (underWay.tryAcquire()) {
        CompletableFuture<Api.Answer> answer = noisy.sendAsync("GET", "/users", null);
        answer.whenComplete((done, failed) -> underWay.release());
      }
      sent.incrementAndGet();
    }
  }

  /** Each of the others asks at half its rate; answers the 99th percentile in milliseconds. */
  private static double slowestHundredth(List<Api> others) throws Exception {
    Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(others.size());
    for (Api other : others) {
      threads.submit(() -> ask(other, nanos));
    }
    threads.shutdown();
    threads.awaitTermination(60, TimeUnit.SECONDS);
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(sorted.size() * 99 / 100) / 1e6;
  }

  private static void ask(Api other, Queue<Long> nanos) {
    long begun = System.nanoTime();
    int perSecond = RATE / 2;
    for (int i = 0; i < SECONDS_PER_TURN * perSecond; i++) {
      long due = begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      sleepUntil(due);
      Api.Answer answer = other.get("/users");
      // From when it was due: a request that had to wait for the one before counts as slow.
      nanos.add(System.nanoTime() - due);
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.toString());
      }
    }
  }

  private static void sleepUntil(long nanoTime) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, nanoTime - System.nanoTime()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
