package io.aegisx.tenancy.isolation;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which every statement runs inside a transaction bound to one tenant.
 *
 * <p>Outside of a transaction a statement gets one of its own: opening, statement and commit are
 * sent together, so it still takes one round trip; two where the transaction has to be signed.
 */
final class TenantConnection implements SqlConnection {

  private final SqlConnection connection;
  private final Binding binding;
  private final WorkMeter.Work work;
  private final Runnable onClose;
  private final AtomicBoolean released = new AtomicBoolean();
  private @Nullable BoundTransaction transaction;
  private @Nullable Handler<Void> closeHandler;
  private boolean closed;

  TenantConnection(
      SqlConnection connection, Binding binding, WorkMeter.Work work, Runnable onClose) {
    this.connection = connection;
    this.binding = binding;
    this.work = work;
    this.onClose = onClose;
    connection.closeHandler(ignored -> lost());
  }

  /** The server has ended it: it is in nobody's use any more, whether or not it is given back. */
  private void lost() {
    release();
    if (closeHandler != null) {
      closeHandler.handle(null);
    }
  }

  private void release() {
    if (released.compareAndSet(false, true)) {
      onClose.run();
    }
  }

  private <T> Future<T> run(Supplier<Future<T>> statement) {
    if (closed) {
      return Future.failedFuture(new IllegalStateException("The connection was given back"));
    }
    BoundTransaction open = transaction;
    Measured<T> measured = new Measured<>(work);
    return measured.until(open != null ? open.run(statement) : runAlone(statement));
  }

  private <T> Future<T> runAlone(Supplier<Future<T>> statement) {
    Future<RowSet<Row>> begun = connection.query(binding.begin()).execute();
    return binding.seal().isEmpty()
        ? runAndCommit(begun, statement)
        : begun.transform(
            answer ->
                answer.succeeded()
                    ? runAndCommit(seal(answer.result()), statement)
                    : rollBack(answer.cause()));
  }

  private <T> Future<T> rollBack(Throwable cause) {
    return connection
        .query("ROLLBACK")
        .execute()
        .transform(rolledBack -> Future.failedFuture(cause));
  }

  /** Signs the transaction with what the last statement of its opening has answered. */
  private Future<RowSet<Row>> seal(RowSet<Row> begun) {
    RowSet<Row> last = begun;
    while (last.next() != null) {
      last = last.next();
    }
    String transaction = last.iterator().next().getString(0);
    return connection.query(binding.seal().orElseThrow().apply(transaction)).execute();
  }

  private <T> Future<T> runAndCommit(Future<?> begun, Supplier<Future<T>> statement) {
    Future<T> answer = statement.get();
    Future<?> ended = connection.query("COMMIT").execute();
    return ended.transform(
        end -> {
          if (begun.failed()) {
            return Future.failedFuture(begun.cause());
          }
          return answer.failed() || end.succeeded() ? answer : Future.failedFuture(end.cause());
        });
  }

  @Override
  public Future<Transaction> begin() {
    if (closed || transaction != null) {
      return Future.failedFuture(
          new IllegalStateException("A transaction is open, or all is over"));
    }
    BoundTransaction begun = new BoundTransaction(connection, work, () -> transaction = null);
    transaction = begun;
    Measured<RowSet<Row>> measured = new Measured<>(work);
    return measured.until(begun.run(this::openTransaction)).map(begun);
  }

  private Future<RowSet<Row>> openTransaction() {
    Future<RowSet<Row>> opened = connection.query(binding.begin()).execute();
    return binding.seal().isEmpty() ? opened : opened.compose(this::seal);
  }

  @Override
  public Query<RowSet<Row>> query(String sql) {
    return new BoundStatement<>(connection.query(sql), this::run);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return new BoundStatement<>(connection.preparedQuery(sql), this::run);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    return new BoundStatement<>(connection.preparedQuery(sql, options), this::run);
  }

  /** A statement prepared outside of a bound transaction would not know its tables: refused. */
  @Override
  public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
    BoundTransaction open = transaction;
    return open == null
        ? Future.failedFuture(new IllegalStateException("Prepare needs an open transaction"))
        : open.run(() -> connection.prepare(sql, options));
  }

  @Override
  public Future<PreparedStatement> prepare(String sql) {
    return prepare(sql, new PrepareOptions());
  }

  /** Gives the connection back; a transaction left open is rolled back first. */
  @Override
  public Future<Void> close() {
    if (closed) {
      return Future.succeededFuture();
    }
    closed = true;
    BoundTransaction open = transaction;
    Future<Void> settled = open == null ? Future.succeededFuture() : open.rollback();
    return settled.transform(ignored -> connection.close()).onComplete(ignored -> release());
  }

  @Override
  public @Nullable Transaction transaction() {
    return transaction;
  }

  @Override
  public boolean isSSL() {
    return connection.isSSL();
  }

  @Override
  public DatabaseMetadata databaseMetadata() {
    return connection.databaseMetadata();
  }

  @Override
  public SqlConnection exceptionHandler(Handler<Throwable> handler) {
    connection.exceptionHandler(handler);
    return this;
  }

  @Override
  public SqlConnection closeHandler(Handler<Void> handler) {
    closeHandler = handler;
    return this;
  }

  @Override
  public SqlConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler) {
    prepare(sql).onComplete(handler);
    return this;
  }

  @Override
  public SqlConnection prepare(
      String sql, PrepareOptions options, Handler<AsyncResult<PreparedStatement>> handler) {
    prepare(sql, options).onComplete(handler);
    return this;
  }

  @Override
  public void begin(Handler<AsyncResult<Transaction>> handler) {
    begin().onComplete(handler);
  }

  @Override
  public void close(Handler<AsyncResult<Void>> handler) {
    close().onComplete(handler);
  }
}
