package io.aegisx.tenancy.isolation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
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
 */
final class TenantDatabasePools {

  private final Vertx vertx;
  private final PgConnectOptions server;
  private final TenantPoolSettings settings;
  private final Map<String, OpenPool> pools = new LinkedHashMap<>(16, 0.75f, true);
  private final Queue<Promise<Void>> waiting = new ArrayDeque<>();
  private boolean closed;

  TenantDatabasePools(Vertx vertx, PgConnectOptions server, TenantPoolSettings settings) {
    this.vertx = vertx;
    this.server = server;
    this.settings = settings;
  }

  /**
   * A connection to a database.
   *
   * @param wrap gets the connection and what to run when it is given back
   */
  Future<SqlConnection> connect(
      String database, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    OpenPool pool = claim(database);
    if (pool == null) {
      return waitForRoom().compose(room -> connect(database, wrap));
    }
    Runnable release = () -> release(pool);
    return pool.pool
        .getConnection()
        .onFailure(cause -> release.run())
        .map(connection -> wrap.apply(connection, release));
  }

  private synchronized @Nullable OpenPool claim(String database) {
    OpenPool open = pools.get(database);
    if (open == null) {
      if (closed || !makeRoom()) {
        return null;
      }
      open = new OpenPool(open(database));
      pools.put(database, open);
    }
    open.inUse++;
    return open;
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

  private synchronized void release(OpenPool pool) {
    pool.inUse--;
    if (pool.inUse == 0) {
      if (pool.retired) {
        pool.pool.close();
      }
      wakeNext();
    }
  }

  private void wakeNext() {
    Promise<Void> next = waiting.poll();
    if (next != null) {
      next.tryComplete();
    }
  }

  private synchronized Future<Void> waitForRoom() {
    if (closed) {
      return Future.failedFuture(new TimeoutException("The service is stopping"));
    }
    Promise<Void> room = Promise.promise();
    waiting.add(room);
    long timer = vertx.setTimer(settings.acquireTimeout().toMillis(), id -> giveUp(room));
    return room.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private synchronized void giveUp(Promise<Void> room) {
    waiting.remove(room);
    room.tryFail(new TimeoutException("Every pool of a tenant database is in use"));
  }

  /** Lets go of a database that is to be dropped, once its connections are given back. */
  synchronized Future<Void> retire(String database) {
    OpenPool pool = pools.remove(database);
    if (pool == null) {
      return Future.succeededFuture();
    }
    pool.retired = true;
    wakeNext();
    return pool.inUse == 0 ? pool.pool.close() : Future.succeededFuture();
  }

  synchronized Future<Void> close() {
    closed = true;
    pools.values().forEach(open -> open.pool.close());
    pools.clear();
    return Future.succeededFuture();
  }

  private Pool open(String database) {
    PoolOptions options =
        new PoolOptions()
            .setName("tenant-databases")
            .setMaxSize(settings.size())
            .setEventLoopSize(0)
            .setIdleTimeout((int) settings.idleTimeout().toSeconds())
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setConnectionTimeout((int) settings.acquireTimeout().toSeconds())
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    return PgBuilder.pool()
        .with(options)
        .connectingTo(new PgConnectOptions(server).setDatabase(database))
        .using(vertx)
        .build();
  }

  private static final class OpenPool {
    private final Pool pool;
    private int inUse;
    private boolean retired;

    OpenPool(Pool pool) {
      this.pool = pool;
    }
  }
}
