package io.aegisx.tenancy.isolation.budget;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of connections that are open: never more than the bound, closing ones included. Who
 * claims one holds a place already, so there is always one that can be had, or is just closing.
 */
final class Slots {

  private final int bound;

  /** Least recently used first. */
  private final Set<Slot> idle = new LinkedHashSet<>();

  private final Set<Slot> busy = new HashSet<>();
  private final Set<Slot> retired = new HashSet<>();
  private final Queue<Promise<Void>> waitingForRoom = new ArrayDeque<>();
  private int open;

  Slots(int bound) {
    this.bound = bound;
  }

  /** An idle slot for the database, or a new one, for which another may have to close first. */
  Future<Slot> claim(String database, Supplier<Slot> opening) {
    synchronized (this) {
      Optional<Slot> ready = idleFor(database);
      if (ready.isPresent()) {
        idle.remove(ready.get());
        busy.add(ready.get());
        return Future.succeededFuture(ready.get());
      }
    }
    return room().map(free -> occupy(opening));
  }

  private Optional<Slot> idleFor(String database) {
    return idle.stream().filter(slot -> slot.database().equals(database)).findFirst();
  }

  private synchronized Slot occupy(Supplier<Slot> opening) {
    Slot slot = opening.get();
    busy.add(slot);
    return slot;
  }

  /** Done when one more may be opened; it is counted already. */
  private synchronized Future<Void> room() {
    if (open < bound) {
      open++;
      return Future.succeededFuture();
    }
    Iterator<Slot> leastRecentFirst = idle.iterator();
    if (leastRecentFirst.hasNext()) {
      Slot evicted = leastRecentFirst.next();
      leastRecentFirst.remove();
      return backHere(evicted.close().otherwiseEmpty());
    }
    Promise<Void> room = Promise.promise();
    waitingForRoom.add(room);
    return backHere(room.future());
  }

  /** A slot that closes does so on a context of its own. */
  private static Future<Void> backHere(Future<Void> done) {
    @Nullable Context caller = Vertx.currentContext();
    if (caller == null) {
      return done;
    }
    Promise<Void> here = Promise.promise();
    done.onComplete(ended -> caller.runOnContext(ignored -> here.handle(ended)));
    return here.future();
  }

  synchronized void release(Slot slot) {
    if (retired.remove(slot)) {
      discard(slot);
    } else if (busy.remove(slot)) {
      idle.add(slot);
    }
  }

  /** Closes a slot that is good for nothing any more. */
  synchronized void discard(Slot slot) {
    busy.remove(slot);
    idle.remove(slot);
    retired.remove(slot);
    slot.close().onComplete(closed -> leaveRoom());
  }

  private synchronized void leaveRoom() {
    Promise<Void> next = waitingForRoom.poll();
    if (next == null) {
      open--;
    } else {
      next.complete();
    }
  }

  synchronized void retire(String database) {
    List<Slot> unused = idle.stream().filter(slot -> slot.database().equals(database)).toList();
    unused.forEach(this::discard);
    busy.stream().filter(slot -> slot.database().equals(database)).forEach(retired::add);
  }

  synchronized List<Slot> idle() {
    return List.copyOf(idle);
  }

  synchronized Future<Void> close() {
    List<Future<Void>> closing = new ArrayList<>();
    idle.forEach(slot -> closing.add(slot.close()));
    busy.forEach(slot -> closing.add(slot.close()));
    idle.clear();
    return Future.join(closing).mapEmpty();
  }
}
