package io.aegisx.tenancy.registry.sql;

import io.aegisx.tenancy.database.ConnectionBudget;
import io.aegisx.tenancy.database.ServerConnections;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the pool of the control plane: no tenant, and a pooler in front is taken care of. */
@Singleton
@ReactiveDataSource("registry")
public class RegistryPoolCreator implements PgPoolCreator {

  private final ServerConnections connections;
  private final ConnectionBudget budget;

  RegistryPoolCreator(ServerConnections connections, ConnectionBudget budget) {
    this.connections = connections;
    this.budget = budget;
  }

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> servers =
        input.pgConnectOptionsList().stream().map(connections::prepare).toList();
    return PgBuilder.pool()
        .with(
            connections
                .prepare(input.poolOptions())
                .setName("registry")
                .setMaxSize(budget.registry()))
        .connectingTo(List.copyOf(servers))
        .using(input.vertx())
        .build();
  }
}
