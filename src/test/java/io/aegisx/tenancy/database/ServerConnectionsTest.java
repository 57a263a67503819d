package io.aegisx.tenancy.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ServerConnectionsTest {

  @Inject ServerConnections connections;

  @Test
  void nothingIsWaitedForWithoutEnd() {
    PoolOptions pool = connections.prepare(new PoolOptions());
    PgConnectOptions connection = connections.prepare(new PgConnectOptions());

    long wait = pool.getConnectionTimeoutUnit().toMillis(pool.getConnectionTimeout());
    assertTrue(wait > 0 && wait <= 5_000, () -> "waits for " + wait);
    assertEquals(wait, connection.getConnectTimeout());
    assertTrue(connection.getReadIdleTimeout() > 0);
    assertTrue(connection.getProperties().containsKey("statement_timeout"));
  }

  @Test
  void aConnectionThatIsNotBoundFindsNoTable() {
    assertEquals(
        "pg_catalog",
        connections.prepare(new PgConnectOptions()).getProperties().get("search_path"));
  }
}
