package io.aegisx.tenancy.blocking;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Runs what blocks (JDBC, Flyway) away from the event loops, and brings the answer back. */
@ApplicationScoped
public class BlockingDoor {

  private final Vertx vertx;

  BlockingDoor(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Runs the work on a worker thread; the answer arrives on the context of the subscriber. */
  public <T> Uni<T> run(Callable<T> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(work, false).onComplete(emitter::complete, emitter::fail));
  }

  /** Waits for reactive work. Only for the thread of a command. */
  public <T> T commandWaits(Uni<T> work, Duration atMost) {
    return work.await().atMost(atMost);
  }

  /** Waits for reactive work. Only for the thread that starts the service. */
  public <T> T startUpWaits(Uni<T> work, Duration atMost) {
    return work.await().atMost(atMost);
  }

  /** Waits for reactive work. Only for the thread that stops the service. */
  public <T> T shutDownWaits(Uni<T> work, Duration atMost) {
    return work.await().atMost(atMost);
  }
}
