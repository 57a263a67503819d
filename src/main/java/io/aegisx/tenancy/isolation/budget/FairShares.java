package io.aegisx.tenancy.isolation.budget;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Gives out a fixed number of places among tenants. No tenant holds more than its share; a place
 * that gets free goes to the waiting tenant that holds the fewest (max-min fairness), of those to
 * the one that has waited longest.
 *
 * @param <K> what tells tenants apart
 */
public final class FairShares<K> {

  private final Vertx vertx;
  private final int places;
  private final int share;
  private final Duration longestWait;
  private final Map<K, Integer> held = new HashMap<>();
  private final Map<K, Deque<Waiter>> waiting = new LinkedHashMap<>();
  private int taken;

  /**
   * Makes shares.
   *
   * @param places how many there are for all
   * @param share how many one may hold
   * @param longestWait after which who waits is refused
   */
  public FairShares(Vertx vertx, int places, int share, Duration longestWait) {
    this.vertx = vertx;
    this.places = places;
    this.share = share;
    this.longestWait = longestWait;
  }

  /**
   * Takes a place. The answer arrives on the context of the caller; it fails with a {@link
   * TimeoutException} when nothing gets free in time.
   */
  public synchronized Future<Void> take(K key) {
    // Whoever waits could not be served, so a newcomer that can be overtakes nobody.
    if (isFree(key)) {
      hold(key);
      return Future.succeededFuture();
    }
    return enqueue(key);
  }

  /** Gives a place back. */
  public synchronized void giveBack(K key) {
    held.computeIfPresent(key, (who, count) -> count == 1 ? null : count - 1);
    taken--;
    next().ifPresent(this::admit);
  }

  /** How many places are taken now. */
  public synchronized int taken() {
    return taken;
  }

  private boolean isFree(K key) {
    return taken < places && held.getOrDefault(key, 0) < share;
  }

  private void hold(K key) {
    held.merge(key, 1, Integer::sum);
    taken++;
  }

  private Future<Void> enqueue(K key) {
    Waiter waiter = new Waiter(vertx.getOrCreateContext(), Promise.promise());
    waiting.computeIfAbsent(key, who -> new ArrayDeque<>()).add(waiter);
    long timer = vertx.setTimer(Math.max(1, longestWait.toMillis()), id -> giveUp(key, waiter));
    return waiter.place.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private synchronized void giveUp(K key, Waiter waiter) {
    Deque<Waiter> queue = waiting.get(key);
    if (queue != null && queue.remove(waiter)) {
      forgetIfEmpty(key, queue);
      waiter.place.fail(new TimeoutException("No connection got free in time"));
    }
  }

  private Optional<K> next() {
    return waiting.keySet().stream()
        .filter(this::isFree)
        .min(Comparator.comparingInt(key -> held.getOrDefault(key, 0)));
  }

  private void admit(K key) {
    Deque<Waiter> queue = waiting.remove(key);
    Waiter waiter = queue.remove();
    if (!queue.isEmpty()) {
      // Behind all others: it has had its turn.
      waiting.put(key, queue);
    }
    hold(key);
    // This is the context of somebody else's request.
    waiter.context.runOnContext(ignored -> waiter.place.complete());
  }

  private void forgetIfEmpty(K key, Deque<Waiter> queue) {
    if (queue.isEmpty()) {
      waiting.remove(key);
    }
  }

  /** A request that waits, and the context to which it must come back. */
  private record Waiter(Context context, Promise<Void> place) {}
}
