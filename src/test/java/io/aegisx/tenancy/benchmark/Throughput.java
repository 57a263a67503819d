package io.aegisx.tenancy.benchmark;

import io.aegisx.tenancy.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** How many requests a second some clients get answered. */
final class Throughput {

  private static final int CLIENTS = 8;
  private static final int REQUESTS_PER_CLIENT = 400;

  private Throughput() {}

  static double of(Supplier<Api.Answer> request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    long begun = System.nanoTime();
    List<Future<?>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(threads.submit(() -> repeat(request)));
    }
    for (Future<?> client : clients) {
      client.get();
    }
    threads.shutdown();
    return CLIENTS * REQUESTS_PER_CLIENT / ((System.nanoTime() - begun) / 1e9);
  }

  private static void repeat(Supplier<Api.Answer> request) {
    for (int i = 0; i < REQUESTS_PER_CLIENT; i++) {
      Api.Answer answer = request.get();
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.toString());
      }
    }
  }

  /** The one in the middle. */
  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
