package io.aegisx.tenancy.registry.sql;

import io.aegisx.tenancy.audit.AuditOrigin;
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

  private static final String STATE_ORIGIN =
      "SELECT set_config('app.actor', $1, true), set_config('app.request_id', $2, true),"
          + " set_config('app.source_address', $3, true)";

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

  /**
   * Runs work in a transaction, which commits if the work succeeds. What changes there is recorded
   * as done by whoever sent the current request.
   */
  public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
    AuditOrigin origin = AuditOrigin.current();
    return inTime(
        pool.withTransaction(
            connection -> stating(origin, connection).flatMap(stated -> work.apply(connection))));
  }

  /** Runs one statement that changes something, as {@link #inTransaction} does. */
  public Uni<RowSet<Row>> change(String sql, Tuple parameters) {
    return inTransaction(connection -> connection.preparedQuery(sql).execute(parameters));
  }

  private static Uni<RowSet<Row>> stating(AuditOrigin origin, SqlConnection connection) {
    return connection
        .preparedQuery(STATE_ORIGIN)
        .execute(
            Tuple.of(
                origin.actor(), origin.requestId().orElse(""), origin.sourceAddress().orElse("")));
  }

  private <T> Uni<T> inTime(Uni<T> work) {
    return work.ifNoItem().after(timeout).fail();
  }
}
