package io.aegisx.tenancy.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Clients at work at the same time. */
final class Crowd {

  private static final long LONGEST_SECONDS = 120;

  private Crowd() {}

  /** Runs all at once until each is done; the first complaint is thrown. */
  static void run(List<? extends Runnable> clients) {
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      clients.forEach(client -> running.add(threads.submit(client)));
      running.forEach(Crowd::await);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(Future<?> client) {
    try {
      client.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
    } catch (TimeoutException hanging) {
      throw new AssertionError("A client hangs", hanging);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
