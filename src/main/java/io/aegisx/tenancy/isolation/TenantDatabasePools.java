package io.aegisx.tenancy.isolation;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pools of tenants with a database of their own: opened when first asked for, closed least
 * recently used first, and never while one of their connections is in use.
 *
 * <p>Where more tenants are at work than pools may be open, they take turns: who has waited for a
 * while makes the pool that was opened first take no more work, so that it gets free.
 */
final class TenantDatabasePools {

  /** The part of the longest wait after which somebody else has to make room. */
  private static final int PATIENCE = 5;

  private final Vertx vertx;
  private final PgConnectOptions server;
  private final TenantPoolSettings settings;
  private final Map<String, OpenPool> pools = new LinkedHashMap<>(16, 0.75f, true);
  private final Queue<Waiter> waiting = new ArrayDeque<>();
  private long opened;
  private boolean closed;

  TenantDatabasePools(Vertx vertx, PgConnectOptions server, TenantPoolSettings settings) {
    this.vertx = vertx;
    this.server = server;
    this.settings = settings;
  }

  /**
   * A connection to a database. The answer arrives on the context of the caller.
   *
   * @param wrap gets the connection and what to run when it is given back
   */
  Future<SqlConnection> connect(
      String database, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    return claim(database).compose(pool -> connect(pool, wrap));
  }

  private Future<SqlConnection> connect(
      OpenPool pool, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    Runnable release = () -> release(pool);
    return pool.pool
        .getConnection()
        .onFailure(cause -> release.run())
        .map(connection -> wrap.apply(connection, release));
  }

  private synchronized Future<OpenPool> claim(String database) {
    if (closed) {
      return Future.failedFuture(new TimeoutException("The service is stopping"));
    }
    OpenPool pool = tryClaim(database);
    return pool == null ? enqueue(database) : Future.succeededFuture(pool);
  }

  private @Nullable OpenPool tryClaim(String database) {
    OpenPool pool = pools.get(database);
    if (pool == null && makeRoom()) {
      pool = new OpenPool(database, open(database), opened++);
      pools.put(database, pool);
    }
    if (pool == null || pool.leaving) {
      return null;
    }
    pool.inUse++;
    return pool;
  }

  private boolean makeRoom() {
    Iterator<OpenPool> leastRecentFirst = pools.values().iterator();
    while (pools.size() >= settings.maxOpen() && leastRecentFirst.hasNext()) {
      OpenPool candidate = leastRecentFirst.next();
      if (candidate.inUse == 0) {
        leastRecentFirst.remove();
        candidate.pool.close();
      }
    }
    return pools.size() < settings.maxOpen();
  }

  private Future<OpenPool> enqueue(String database) {
    Waiter waiter = new Waiter(database, vertx.getOrCreateContext(), Promise.promise());
    waiting.add(waiter);
    long longest = settings.acquireTimeout().toMillis();
    long insist = vertx.setTimer(Math.max(1, longest / PATIENCE), id -> makeOneLeave(waiter));
    long giveUp = vertx.setTimer(longest, id -> giveUp(waiter));
    return waiter
        .place
        .future()
        .onComplete(
            done -> {
              vertx.cancelTimer(insist);
              vertx.cancelTimer(giveUp);
            });
  }

  private synchronized void makeOneLeave(Waiter waiter) {
    long leaving = pools.values().stream().filter(pool -> pool.leaving).count();
    long wanted = waiting.stream().map(Waiter::database).distinct().count();
    if (waiting.contains(waiter) && leaving < wanted) {
      pools.values().stream()
          .filter(pool -> pool.inUse > 0 && !pool.leaving)
          .min(Comparator.comparingLong(pool -> pool.number))
          .ifPresent(pool -> pool.leaving = true);
    }
  }

  private synchronized void giveUp(Waiter waiter) {
    if (waiting.remove(waiter)) {
      waiter.place.fail(new TimeoutException("Every pool of a tenant database is in use"));
    }
  }

  private synchronized void release(OpenPool pool) {
    pool.inUse--;
    if (pool.inUse > 0) {
      return;
    }
    if (pool.leaving) {
      pools.remove(pool.database, pool);
      pool.pool.close();
    }
    admitWaiting();
  }

  /** In the order in which they came, as far as there is room. */
  private void admitWaiting() {
    Iterator<Waiter> firstComeFirst = waiting.iterator();
    while (firstComeFirst.hasNext()) {
      Waiter next = firstComeFirst.next();
      OpenPool pool = tryClaim(next.database);
      if (pool != null) {
        firstComeFirst.remove();
        // This is the context of somebody else's request.
        next.context.runOnContext(ignored -> next.place.complete(pool));
      }
    }
  }

  /** Lets go of a database that is to be dropped, once its connections are given back. */
  synchronized Future<Void> retire(String database) {
    OpenPool pool = pools.remove(database);
    if (pool == null) {
      return Future.succeededFuture();
    }
    pool.leaving = true;
    admitWaiting();
    return pool.inUse == 0 ? pool.pool.close() : Future.succeededFuture();
  }

  synchronized Future<Void> close() {
    closed = true;
    waiting.forEach(waiter -> waiter.place.fail(new TimeoutException("The service is stopping")));
    waiting.clear();
    pools.values().forEach(pool -> pool.pool.close());
    pools.clear();
    return Future.succeededFuture();
  }

  private Pool open(String database) {
    PoolOptions options =
        new PoolOptions()
            .setName("tenant-databases")
            .setMaxSize(settings.size())
            .setEventLoopSize(0)
            .setIdleTimeout((int) settings.idleTimeout().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setConnectionTimeout((int) settings.acquireTimeout().toMillis())
            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    return PgBuilder.pool()
        .with(options)
        .connectingTo(new PgConnectOptions(server).setDatabase(database))
        .using(vertx)
        .build();
  }

  private static final class OpenPool {
    private final String database;
    private final Pool pool;
    private final long number;
    private int inUse;
    private boolean leaving;

    OpenPool(String database, Pool pool, long number) {
      this.database = database;
      this.pool = pool;
      this.number = number;
    }
  }

  /** A request that waits for room, and the context to which it must come back. */
  private record Waiter(String database, Context context, Promise<OpenPool> place) {}
}
