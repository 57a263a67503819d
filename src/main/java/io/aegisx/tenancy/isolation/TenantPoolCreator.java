package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.database.ServerConnections;
import io.aegisx.tenancy.tenant.Placement;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the routing pool in the place of the default datasource's pool. */
@Singleton
public class TenantPoolCreator implements PgPoolCreator {

  private final TenantPoolSettings settings;
  private final ServerConnections connections;
  private final ConnectionsInUse inUse;
  private volatile @Nullable TenantDatabasePools databasePools;

  TenantPoolCreator(
      TenantPoolSettings settings, ServerConnections connections, ConnectionsInUse inUse) {
    this.settings = settings;
    this.connections = connections;
    this.inUse = inUse;
  }

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> servers =
        input.pgConnectOptionsList().stream().map(connections::prepare).toList();
    TenantDatabasePools opened = new TenantDatabasePools(input.vertx(), servers.get(0), settings);
    databasePools = opened;
    Pool main =
        PgBuilder.pool()
            .with(connections.prepare(input.poolOptions()).setName("tenants"))
            .connectingTo(List.copyOf(servers))
            .using(input.vertx())
            .build();
    return new TenantRoutingPool(main, opened, inUse);
  }

  /** Lets go of a tenant's own database before it is dropped; other placements hold nothing. */
  public void retire(Placement placement) {
    TenantDatabasePools opened = databasePools;
    if (opened != null && placement instanceof Placement.Database own) {
      opened.retire(own.database());
    }
  }
}
