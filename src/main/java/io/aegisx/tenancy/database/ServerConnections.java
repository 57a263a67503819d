package io.aegisx.tenancy.database;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Prepares the options of every reactive connection in the same way. */
@ApplicationScoped
public class ServerConnections {

  private static final int LONGEST_WAIT_SECONDS = 5;
  private static final int MOST_CACHED_STATEMENTS = 256;

  private final DatabaseSettings settings;

  ServerConnections(DatabaseSettings settings) {
    this.settings = settings;
  }

  /** The pool's options, with an end to the wait for a connection. */
  public PoolOptions prepare(PoolOptions given) {
    return new PoolOptions(given)
        .setConnectionTimeout(LONGEST_WAIT_SECONDS)
        .setConnectionTimeoutUnit(TimeUnit.SECONDS);
  }

  /** Options that pipeline, fail closed without a bound schema, and suit the pooler if any. */
  public PgConnectOptions prepare(PgConnectOptions given) {
    PgConnectOptions options = new PgConnectOptions(given);
    options.addProperty("search_path", "pg_catalog");
    if (settings.pooler() == DatabaseSettings.Pooler.TRANSACTION) {
      // A transaction-mode pooler gives each transaction another server connection, which does not
      // know the statements that were prepared before.
      options.setCachePreparedStatements(false);
      options.setUseLayer7Proxy(true);
    } else {
      options.setCachePreparedStatements(true);
      options.setPreparedStatementCacheMaxSize(MOST_CACHED_STATEMENTS);
    }
    return options;
  }
}
