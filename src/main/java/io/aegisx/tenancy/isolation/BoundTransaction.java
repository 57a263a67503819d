package io.aegisx.tenancy.isolation;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.TransactionRollbackException;
import java.util.function.Supplier;

/**
 * A transaction opened by a {@link Binding}. Once a statement has failed it cannot be committed.
 */
final class BoundTransaction implements Transaction {

  private final SqlConnection connection;
  private final WorkMeter.Work work;
  private final Runnable onEnd;
  private final Promise<Void> completion = Promise.promise();
  private boolean failed;
  private boolean ended;

  BoundTransaction(SqlConnection connection, WorkMeter.Work work, Runnable onEnd) {
    this.connection = connection;
    this.work = work;
    this.onEnd = onEnd;
  }

  <T> Future<T> run(Supplier<Future<T>> statement) {
    return statement.get().onFailure(cause -> failed = true);
  }

  @Override
  public Future<Void> commit() {
    if (failed) {
      // The server would answer COMMIT of a failed transaction with a silent ROLLBACK.
      return rollback()
          .transform(rolledBack -> Future.failedFuture(TransactionRollbackException.INSTANCE));
    }
    return end("COMMIT");
  }

  @Override
  public Future<Void> rollback() {
    return end("ROLLBACK");
  }

  private Future<Void> end(String command) {
    if (ended) {
      return Future.failedFuture(new IllegalStateException("The transaction has ended"));
    }
    ended = true;
    onEnd.run();
    Measured<Void> measured = new Measured<>(work);
    return measured
        .until(connection.query(command).execute().mapEmpty())
        .onComplete(
            result -> {
              if (result.succeeded() && command.equals("COMMIT")) {
                completion.tryComplete();
              } else {
                completion.tryFail(TransactionRollbackException.INSTANCE);
              }
            });
  }

  @Override
  public Future<Void> completion() {
    return completion.future();
  }

  @Override
  public void commit(Handler<AsyncResult<Void>> handler) {
    commit().onComplete(handler);
  }

  @Override
  public void rollback(Handler<AsyncResult<Void>> handler) {
    rollback().onComplete(handler);
  }

  @Override
  public void completion(Handler<AsyncResult<Void>> handler) {
    completion().onComplete(handler);
  }
}
