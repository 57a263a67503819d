package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.database.DatabaseSettings;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/**
 * The control plane's database. Whoever waits for it is told in time, even if the server accepts
 * statements and answers none.
 */
@ApplicationScoped
public class RegistryDatabase {

  private final Pool pool;
  private final Duration timeout;

  RegistryDatabase(@ReactiveDataSource("registry") Pool pool, DatabaseSettings settings) {
    this.pool = pool;
    this.timeout = settings.timeout();
  }

  /** Runs one statement. */
  public Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
    return inTime(pool.preparedQuery(sql).execute(parameters));
  }

  /** Runs work in a transaction, which commits if the work succeeds. */
  public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
    return inTime(pool.withTransaction(work));
  }

  private <T> Uni<T> inTime(Uni<T> work) {
    return work.ifNoItem().after(timeout).fail();
  }
}
