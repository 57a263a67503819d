package io.aegisx.tenancy.blocking;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work in the background that is begun again and again, and never twice at once in this process.
 */
public final class RepeatedWork {

  private static final long NONE = -1;

  private final Vertx vertx;
  private final Supplier<? extends Uni<?>> work;
  private final Consumer<Throwable> onFailure;
  private final AtomicBoolean atWork = new AtomicBoolean();
  private volatile long timer = NONE;

  /**
   * Begins nothing yet.
   *
   * @param onFailure is told why the work failed; it is begun again all the same
   */
  public RepeatedWork(Vertx vertx, Supplier<? extends Uni<?>> work, Consumer<Throwable> onFailure) {
    this.vertx = vertx;
    this.work = work;
    this.onFailure = onFailure;
  }

  /** Begins the work after each such time, unless it still goes on. */
  public void every(Duration interval) {
    timer = vertx.setPeriodic(interval.toMillis(), fired -> now());
  }

  /** Begins the work, unless it still goes on. */
  public void now() {
    if (atWork.compareAndSet(false, true)) {
      Uni.createFrom()
          .deferred(work::get)
          .onTermination()
          .invoke(() -> atWork.set(false))
          .subscribe()
          .with(done -> {}, onFailure);
    }
  }

  /** Does not begin it any more. */
  public void stop() {
    vertx.cancelTimer(timer);
  }
}
