package io.aegisx.tenancy.isolation.budget;

import io.aegisx.tenancy.database.ConnectionBudget;
import io.aegisx.tenancy.tenant.TenantId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Connections to the main database, for the tenants that share it in tables or schemas. */
public final class SharedConnections {

  private final Pool pool;
  private final FairShares<TenantId> shares;
  private final int size;

  /**
   * Shares out a pool.
   *
   * @param pool of the size that the budget says
   */
  public SharedConnections(Vertx vertx, Pool pool, ConnectionBudget budget) {
    this.pool = pool;
    this.size = budget.shared();
    this.shares = new FairShares<>(vertx, size, budget.shareOf(size), budget.acquireTimeout());
  }

  /**
   * A connection for a tenant. The answer arrives on the context of the caller.
   *
   * @param wrap gets the connection and what to run when it is given back
   */
  public Future<SqlConnection> connect(
      TenantId tenant, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    return shares.take(tenant).compose(place -> open(tenant, wrap));
  }

  private Future<SqlConnection> open(
      TenantId tenant, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    Runnable giveBack = () -> shares.giveBack(tenant);
    return pool.getConnection()
        .onFailure(cause -> giveBack.run())
        .map(connection -> wrap.apply(connection, giveBack));
  }

  /** What connections that are not in use now remember, as {@link Leftovers} tells it. */
  public Future<Leftovers> leftovers() {
    int unused = Math.max(0, Math.min(pool.size(), size) - shares.taken());
    List<Future<Leftovers>> answers = new ArrayList<>();
    for (int i = 0; i < unused; i++) {
      answers.add(pool.getConnection().compose(Leftovers::ofConnection));
    }
    return Leftovers.join(answers);
  }

  /** How many connections are in use now. */
  public int inUse() {
    return shares.taken();
  }

  public Future<Void> close() {
    return pool.close();
  }

  public int size() {
    return pool.size();
  }
}
