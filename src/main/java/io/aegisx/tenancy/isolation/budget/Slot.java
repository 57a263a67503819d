package io.aegisx.tenancy.isolation.budget;

import io.aegisx.tenancy.database.ConnectionBudget;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;

/**
 * One connection to one database. It is a pool of size one, which takes care of the event loops of
 * those who use it, and connects anew after a loss.
 */
record Slot(String database, Pool pool) {

  static Slot open(Vertx vertx, PgConnectOptions server, String database, ConnectionBudget budget) {
    PoolOptions options =
        new PoolOptions()
            .setName("tenant-databases")
            .setMaxSize(1)
            .setEventLoopSize(0)
            .setIdleTimeout((int) budget.idleTimeout().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setConnectionTimeout((int) budget.acquireTimeout().toMillis())
            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    return new Slot(
        database,
        PgBuilder.pool()
            .with(options)
            .connectingTo(new PgConnectOptions(server).setDatabase(database))
            .using(vertx)
            .build());
  }

  Future<SqlConnection> connect() {
    return pool.getConnection();
  }

  Future<Leftovers> leftovers() {
    return pool.size() == 0
        ? Future.succeededFuture(Leftovers.NONE)
        : pool.getConnection()
            .compose(Leftovers::ofConnection)
            .recover(failure -> unlessGone(failure));
  }

  /** A connection that was closed while it was asked remembers nothing. */
  private Future<Leftovers> unlessGone(Throwable failure) {
    return pool.size() == 0 ? Future.succeededFuture(Leftovers.NONE) : Future.failedFuture(failure);
  }

  Future<Void> close() {
    return pool.close();
  }
}
