package io.aegisx.tenancy.isolation.budget;

import io.aegisx.tenancy.database.ConnectionBudget;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

/**
 * Connections to the databases of tenants, opened when first asked for and kept for the next
 * request. Where the bound is reached, the one that was not used for longest makes way; one in use
 * never does.
 */
public final class DatabaseConnections {

  private final Vertx vertx;
  private final PgConnectOptions server;
  private final ConnectionBudget budget;
  private final FairShares<String> shares;
  private final Slots slots;
  private volatile boolean closed;

  public DatabaseConnections(Vertx vertx, PgConnectOptions server, ConnectionBudget budget) {
    this.vertx = vertx;
    this.server = server;
    this.budget = budget;
    int all = budget.databases();
    this.shares = new FairShares<>(vertx, all, budget.shareOf(all), budget.acquireTimeout());
    this.slots = new Slots(all);
  }

  /**
   * A connection to a database. The answer arrives on the context of the caller.
   *
   * @param wrap gets the connection and what to run when it is given back
   */
  public Future<SqlConnection> connect(
      String database, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    if (closed) {
      return Future.failedFuture(new TimeoutException("The service is stopping"));
    }
    return shares.take(database).compose(place -> open(database, wrap));
  }

  private Future<SqlConnection> open(
      String database, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    return slots
        .claim(database, () -> Slot.open(vertx, server, database, budget))
        .onFailure(cause -> shares.giveBack(database))
        .compose(slot -> connect(slot, wrap));
  }

  private Future<SqlConnection> connect(
      Slot slot, BiFunction<SqlConnection, Runnable, SqlConnection> wrap) {
    return slot.connect()
        .onFailure(cause -> discard(slot))
        .map(connection -> wrap.apply(connection, () -> release(slot)));
  }

  private void release(Slot slot) {
    slots.release(slot);
    shares.giveBack(slot.database());
  }

  private void discard(Slot slot) {
    slots.discard(slot);
    shares.giveBack(slot.database());
  }

  /** What connections that are not in use now remember, as {@link Leftovers} tells it. */
  public Future<Leftovers> leftovers() {
    List<Future<Leftovers>> answers = new ArrayList<>();
    slots.idle().forEach(slot -> answers.add(slot.leftovers()));
    return Leftovers.join(answers);
  }

  /** Lets go of a database that is to be dropped; connections in use close when given back. */
  public void retire(String database) {
    slots.retire(database);
  }

  /** Closes all connections, and opens none any more. */
  public Future<Void> close() {
    closed = true;
    return slots.close();
  }

  /** How many connections are in use now. */
  public int inUse() {
    return shares.taken();
  }
}
