package io.aegisx.tenancy.isolation;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/** A statement that runs only inside a transaction bound to the tenant. */
final class BoundStatement<T> implements PreparedQuery<T> {

  /** Runs statements inside the bound transaction. */
  interface Runner {
    <R> Future<R> run(Supplier<Future<R>> statement);
  }

  private final Query<T> statement;
  private final Runner runner;

  BoundStatement(Query<T> statement, Runner runner) {
    this.statement = statement;
    this.runner = runner;
  }

  @Override
  public Future<T> execute() {
    return runner.run(statement::execute);
  }

  @Override
  public Future<T> execute(Tuple tuple) {
    return runner.run(() -> prepared().execute(tuple));
  }

  @Override
  public Future<T> executeBatch(List<Tuple> batch) {
    return runner.run(() -> prepared().executeBatch(batch));
  }

  @Override
  public void execute(Handler<AsyncResult<T>> handler) {
    execute().onComplete(handler);
  }

  @Override
  public void execute(Tuple tuple, Handler<AsyncResult<T>> handler) {
    execute(tuple).onComplete(handler);
  }

  @Override
  public void executeBatch(List<Tuple> batch, Handler<AsyncResult<T>> handler) {
    executeBatch(batch).onComplete(handler);
  }

  @Override
  public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
    return new BoundStatement<>(statement.collecting(collector), runner);
  }

  @Override
  public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
    return new BoundStatement<>(statement.mapping(mapper), runner);
  }

  private PreparedQuery<T> prepared() {
    return (PreparedQuery<T>) statement;
  }
}
