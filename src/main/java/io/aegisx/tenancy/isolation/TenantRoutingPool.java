package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.isolation.budget.DatabaseConnections;
import io.aegisx.tenancy.isolation.budget.Leftovers;
import io.aegisx.tenancy.isolation.budget.SharedConnections;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantUnboundException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pool that Hibernate Reactive sees. Every connection is one of the bound tenant's storage;
 * where no tenant is bound there is none to be had, and nothing runs on the pool itself.
 */
@SuppressWarnings("deprecation") // Quarkus casts the pool of a creator to PgPool.
final class TenantRoutingPool implements PgPool {

  private final SharedConnections shared;
  private final DatabaseConnections databases;
  private final ConnectionsInUse inUse;
  private final PlanLimits limits;
  private final ContextSigner signer;
  private final WorkMeter meter;

  TenantRoutingPool(
      SharedConnections shared,
      DatabaseConnections databases,
      ConnectionsInUse inUse,
      PlanLimits limits,
      ContextSigner signer,
      WorkMeter meter) {
    this.shared = shared;
    this.databases = databases;
    this.inUse = inUse;
    this.limits = limits;
    this.signer = signer;
    this.meter = meter;
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
    Binding binding = Binding.of(tenant, limits.statements(tenant), signer);
    Future<SqlConnection> connection =
        tenant.placement() instanceof Placement.Database own
            ? databases.connect(
                own.database(), (raw, release) -> bound(raw, binding, tenant, release))
            : shared.connect(tenant.id(), (raw, release) -> bound(raw, binding, tenant, release));
    return connection.onSuccess(taken -> inUse.taken(tenant.id()));
  }

  void retire(Placement placement) {
    if (placement instanceof Placement.Database own) {
      databases.retire(own.database());
    }
  }

  Future<Leftovers> leftovers() {
    return Leftovers.join(List.of(shared.leftovers(), databases.leftovers()));
  }

  private SqlConnection bound(SqlConnection raw, Binding binding, Tenant tenant, Runnable release) {
    return new TenantConnection(
        raw,
        binding,
        meter.of(tenant.id()),
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
    return databases.close().compose(closed -> shared.close());
  }

  @Override
  public void close(Handler<AsyncResult<Void>> handler) {
    close().onComplete(handler);
  }

  @Override
  public int size() {
    return shared.size();
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
