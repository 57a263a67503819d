package io.aegisx.tenancy.database;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Prepares the options of every reactive connection in the same way. */
@ApplicationScoped
public class ServerConnections {

  private static final int MOST_CACHED_STATEMENTS = 256;

  private final DatabaseSettings settings;
  private final ConnectionBudget budget;

  ServerConnections(DatabaseSettings settings, ConnectionBudget budget) {
    this.settings = settings;
    this.budget = budget;
  }

  /** The pool's options, with an end to the wait for a connection. */
  public PoolOptions prepare(PoolOptions given) {
    return new PoolOptions(given)
        .setConnectionTimeout((int) budget.acquireTimeout().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  /**
   * Options that pipeline, fail closed without a bound schema, give up a server that has fallen
   * silent, and suit the pooler if any.
   */
  public PgConnectOptions prepare(PgConnectOptions given) {
    PgConnectOptions options = new PgConnectOptions(given);
    // A connection that is tried takes up room: nobody waits for it for longer than this.
    options.setConnectTimeout((int) budget.acquireTimeout().toMillis());
    // What a lost network left behind would else be waited for until the kernel gives up.
    options.setReadIdleTimeout((int) settings.deadAfter().toMillis());
    options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    Map<String, String> parameters = new HashMap<>(options.getProperties());
    parameters.put("search_path", "pg_catalog");
    // The client asks for digits that the server gives anyway since version 12, and poolers refuse.
    parameters.remove("extra_float_digits");
    options.setProperties(parameters);
    if (settings.pooler() == DatabaseSettings.Pooler.TRANSACTION) {
      // A transaction-mode pooler gives each transaction another server connection, which does not
      // know the statements that were prepared before.
      options.setCachePreparedStatements(false);
      options.setUseLayer7Proxy(true);
    } else {
      // Nobody waits for longer; what still runs, or lies idle, then keeps locks for nothing.
      String longest = Long.toString(settings.timeout().toMillis());
      options.addProperty("statement_timeout", longest);
      options.addProperty("idle_in_transaction_session_timeout", longest);
      options.setCachePreparedStatements(true);
      options.setPreparedStatementCacheMaxSize(MOST_CACHED_STATEMENTS);
    }
    return options;
  }
}
