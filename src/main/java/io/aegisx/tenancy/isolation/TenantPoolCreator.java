package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.database.ConnectionBudget;
import io.aegisx.tenancy.database.ServerConnections;
import io.aegisx.tenancy.isolation.budget.DatabaseConnections;
import io.aegisx.tenancy.isolation.budget.Leftovers;
import io.aegisx.tenancy.isolation.budget.SharedConnections;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.tenant.Placement;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the routing pool in the place of the default datasource's pool. */
@Singleton
public class TenantPoolCreator implements PgPoolCreator {

  private final ServerConnections connections;
  private final ConnectionBudget budget;
  private final ConnectionsInUse inUse;
  private final PlanLimits limits;
  private final ContextSigner signer;
  private final WorkMeter meter;
  private volatile @Nullable TenantRoutingPool routing;

  TenantPoolCreator(
      ServerConnections connections,
      ConnectionBudget budget,
      ConnectionsInUse inUse,
      PlanLimits limits,
      ContextSigner signer,
      WorkMeter meter) {
    this.connections = connections;
    this.budget = budget;
    this.inUse = inUse;
    this.limits = limits;
    this.signer = signer;
    this.meter = meter;
  }

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> servers =
        input.pgConnectOptionsList().stream().map(connections::prepare).toList();
    DatabaseConnections databases = new DatabaseConnections(input.vertx(), servers.get(0), budget);
    SharedConnections shared =
        new SharedConnections(
            input.vertx(),
            PgBuilder.pool()
                .with(
                    connections
                        .prepare(input.poolOptions())
                        .setName("tenants")
                        .setMaxSize(budget.shared()))
                .connectingTo(List.copyOf(servers))
                .using(input.vertx())
                .build(),
            budget);
    TenantRoutingPool created =
        new TenantRoutingPool(shared, databases, inUse, limits, signer, meter);
    routing = created;
    return created;
  }

  /** Lets go of a tenant's own database before it is dropped; other placements hold nothing. */
  public void retire(Placement placement) {
    TenantRoutingPool created = routing;
    if (created != null) {
      created.retire(placement);
    }
  }

  /** What connections that nobody uses now remember of who used them; nothing if all is well. */
  public Uni<Leftovers> leftovers() {
    TenantRoutingPool created = routing;
    return created == null
        ? Uni.createFrom().item(Leftovers.NONE)
        : Uni.createFrom().completionStage(() -> created.leftovers().toCompletionStage());
  }
}
