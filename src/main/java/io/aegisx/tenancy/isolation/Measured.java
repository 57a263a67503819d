package io.aegisx.tenancy.isolation;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.SqlResult;
import org.jspecify.annotations.Nullable;

/** Tells a meter how long a statement took from its making, and how many rows it was about. */
final class Measured<T> implements Handler<AsyncResult<T>> {

  private final WorkMeter.Work work;
  private final long begun = System.nanoTime();

  Measured(WorkMeter.Work work) {
    this.work = work;
  }

  Future<T> until(Future<T> answer) {
    return answer.onComplete(this);
  }

  @Override
  public void handle(AsyncResult<T> answer) {
    work.done(System.nanoTime() - begun, rowsOf(answer.result()));
  }

  /** Of all results of a batch; a statement that returns what it changed counts it once. */
  private static long rowsOf(@Nullable Object answer) {
    long rows = 0;
    Object part = answer;
    while (part instanceof SqlResult<?> result) {
      rows += Math.max(result.size(), result.rowCount());
      part = result.next();
    }
    return rows;
  }
}
