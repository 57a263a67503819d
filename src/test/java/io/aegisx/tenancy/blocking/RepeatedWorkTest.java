package io.aegisx.tenancy.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Polling;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {

  private static final Duration SHORT = Duration.ofMillis(10);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

  private static Vertx vertx;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
  }

  @Test
  void itIsNotBegunAgainWhileItGoesOn() {
    AtomicInteger begun = new AtomicInteger();
    List<UniEmitter<? super Integer>> open = new CopyOnWriteArrayList<>();
    RepeatedWork work =
        new RepeatedWork(
            vertx,
            () -> {
              begun.incrementAndGet();
              return Uni.createFrom().<Integer>emitter(open::add);
            },
            failure -> {});

    work.now();
    work.now();
    assertEquals(1, begun.get());

    open.get(0).complete(1);
    work.now();
    assertEquals(2, begun.get());
  }

  @Test
  void itIsBegunAgainAfterAFailureWhichIsTold() {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    RepeatedWork work =
        new RepeatedWork(
            vertx,
            () -> {
              throw new IllegalStateException("not now");
            },
            failures::add);

    work.every(SHORT);

    Polling.await(LONG_ENOUGH, () -> failures.size() > 2);
    work.stop();
    assertEquals("not now", failures.get(0).getMessage());
  }

  @Test
  void onceStoppedItIsNotBegunAnyMore() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    RepeatedWork work =
        new RepeatedWork(vertx, () -> Uni.createFrom().item(begun.incrementAndGet()), f -> {});
    work.every(SHORT);
    Polling.await(LONG_ENOUGH, () -> begun.get() > 2);

    work.stop();
    Thread.sleep(50);
    int stopped = begun.get();
    Thread.sleep(100);

    assertTrue(begun.get() == stopped, "It went on");
  }
}
