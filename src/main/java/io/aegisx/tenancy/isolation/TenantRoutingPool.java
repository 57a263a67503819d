package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantUnboundException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pool that Hibernate Reactive sees. Every connection is one of the bound tenant's storage;
 * where no tenant is bound there is none to be had, and nothing runs on the pool itself.
 */
@SuppressWarnings("deprecation") // Quarkus casts the pool of a creator to PgPool.
final class TenantRoutingPool implements PgPool {

  private final Pool mainPool;
  private final TenantDatabasePools databasePools;
  private final ConnectionsInUse inUse;

  TenantRoutingPool(Pool mainPool, TenantDatabasePools databasePools, ConnectionsInUse inUse) {
    this.mainPool = mainPool;
    this.databasePools = databasePools;
    this.inUse = inUse;
  }

  @Override
  public Future<SqlConnection> getConnection() {
    Optional<Tenant> bound = TenantContext.bound();
    return bound
        .map(this::connect)
        .orElseGet(
            () -> Future.failedFuture(new TenantUnboundException("No tenant, no connection")));
  }

  private Future<SqlConnection> connect(Tenant tenant) {
    Binding binding = Binding.of(tenant);
    Future<SqlConnection> connection =
        tenant.placement() instanceof Placement.Database own
            ? databasePools.connect(
                own.database(), (raw, release) -> bound(raw, binding, tenant, release))
            : mainPool.getConnection().map(raw -> bound(raw, binding, tenant, () -> {}));
    return connection.onSuccess(taken -> inUse.taken(tenant.id()));
  }

  private SqlConnection bound(SqlConnection raw, Binding binding, Tenant tenant, Runnable release) {
    return new TenantConnection(
        raw,
        binding,
        () -> {
          inUse.givenBack(tenant.id());
          release.run();
        });
  }

  @Override
  public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
    getConnection().onComplete(handler);
  }

  @Override
  public Future<Void> close() {
    return databasePools.close().compose(closed -> mainPool.close());
  }

  @Override
  public void close(Handler<AsyncResult<Void>> handler) {
    close().onComplete(handler);
  }

  @Override
  public int size() {
    return mainPool.size();
  }

  @Override
  public Query<RowSet<Row>> query(String sql) {
    throw withoutConnection();
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    throw withoutConnection();
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    throw withoutConnection();
  }

  @Override
  public PgPool connectHandler(Handler<SqlConnection> handler) {
    throw withoutConnection();
  }

  @Override
  public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
    throw withoutConnection();
  }

  private static TenantUnboundException withoutConnection() {
    return new TenantUnboundException("Tenant data is reached through a tenant's connection only");
  }
}
