package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Needs a server, not the service: it runs beside the service for the sake of its server. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantDatabasePoolsTest {

  private static final long LONGEST_SECONDS = 20;

  private final Vertx vertx = Vertx.vertx();
  private TenantDatabasePools pools;

  @BeforeAll
  static void makeDatabases() {
    Superuser.ofService()
        .run("CREATE DATABASE pool_a", "CREATE DATABASE pool_b", "CREATE DATABASE pool_c");
  }

  @AfterAll
  static void dropDatabases() {
    Superuser.ofService()
        .run(
            "DROP DATABASE pool_a WITH (FORCE)",
            "DROP DATABASE pool_b WITH (FORCE)",
            "DROP DATABASE pool_c WITH (FORCE)");
  }

  @AfterEach
  void close() throws Exception {
    pools.close();
    await(vertx.close());
  }

  @Test
  void aPoolInUseIsNotClosedForAnother() throws Exception {
    pools = pools(1, 1, Duration.ofSeconds(10));
    SqlConnection first = await(connect("pool_a"));

    Future<SqlConnection> second = connect("pool_b");

    assertEquals("pool_a", databaseOf(first));
    assertFalse(second.isComplete());
    await(first.close());
    SqlConnection freed = await(second);
    assertEquals("pool_b", databaseOf(freed));
    await(freed.close());
  }

  @Test
  void whoWaitsInVainIsTold() throws Exception {
    pools = pools(1, 1, Duration.ofMillis(300));
    SqlConnection held = await(connect("pool_a"));

    ExecutionException told =
        assertThrows(ExecutionException.class, () -> await(connect("pool_b")));

    assertInstanceOf(TimeoutException.class, told.getCause());
    assertEquals("pool_a", databaseOf(held));
    await(held.close());
    await(await(connect("pool_b")).close());
  }

  @Test
  void theAnswerArrivesOnTheContextOfWhoWaited() throws Exception {
    pools = pools(1, 1, Duration.ofSeconds(10));
    SqlConnection held = await(connect("pool_a"));
    Context mine = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    CompletableFuture<Context> arrived = new CompletableFuture<>();

    mine.runOnContext(
        ignored -> connect("pool_b").onComplete(any -> arrived.complete(Vertx.currentContext())));
    Context other = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    other.runOnContext(ignored -> held.close());

    assertSame(mine, arrived.get(LONGEST_SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void everybodyWhoWaitsForTheSameDatabaseGetsItOnceThereIsRoom() throws Exception {
    pools = pools(1, 2, Duration.ofSeconds(10));
    SqlConnection held = await(connect("pool_a"));
    Future<SqlConnection> one = connect("pool_b");
    Future<SqlConnection> two = connect("pool_b");

    await(held.close());

    assertEquals("pool_b", databaseOf(await(one)));
    assertEquals("pool_b", databaseOf(await(two)));
  }

  @Test
  void aDatabaseThatIsAlwaysInUseStillMakesRoomInTheEnd() throws Exception {
    pools = pools(1, 2, Duration.ofSeconds(5));
    SqlConnection busy = await(connect("pool_a"));
    Future<SqlConnection> waiting = connect("pool_b");
    Instant end = Instant.now().plusSeconds(LONGEST_SECONDS);

    while (!waiting.isComplete() && Instant.now().isBefore(end)) {
      // The next request begins before the last one ends: the pool is never idle.
      Future<SqlConnection> next = connect("pool_a");
      TimeUnit.MILLISECONDS.sleep(50);
      await(busy.close());
      if (waiting.isComplete() || !next.isComplete()) {
        break;
      }
      busy = await(next);
    }

    assertEquals("pool_b", databaseOf(await(waiting)));
  }

  @Test
  void theLeastRecentlyUsedIsClosedFirst() throws Exception {
    pools = pools(2, 1, Duration.ofSeconds(10));
    for (String database : new String[] {"pool_a", "pool_b", "pool_a", "pool_c"}) {
      await(await(connect(database)).close());
    }

    Instant end = Instant.now().plusSeconds(LONGEST_SECONDS);
    while (connected().contains("pool_b")) {
      assertTrue(Instant.now().isBefore(end), "pool_b stays open");
    }
    assertEquals(Set.of("pool_a", "pool_c"), connected());
  }

  @Test
  void aRetiredPoolServesUntilItsConnectionsAreBack() throws Exception {
    pools = pools(1, 1, Duration.ofSeconds(10));
    SqlConnection held = await(connect("pool_a"));

    await(pools.retire("pool_a"));

    assertEquals("pool_a", databaseOf(held));
    await(held.close());
    assertEquals("pool_b", databaseOf(await(connect("pool_b"))));
  }

  private Future<SqlConnection> connect(String database) {
    return pools.connect(
        database, (raw, release) -> new TenantConnection(raw, new Binding("BEGIN"), release));
  }

  private TenantDatabasePools pools(int maxOpen, int size, Duration acquireTimeout) {
    PgConnectOptions server =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(ServiceResource.postgres().port())
            .setUser("postgres")
            .setProperties(Map.of("application_name", "pools-test"));
    return new TenantDatabasePools(vertx, server, new Limits(maxOpen, size, acquireTimeout));
  }

  private static String databaseOf(SqlConnection connection) throws Exception {
    return await(connection.query("SELECT current_database()").execute())
        .iterator()
        .next()
        .getString(0);
  }

  private static Set<String> connected() {
    return Set.copyOf(
        Superuser.ofService()
            .texts("SELECT datname FROM pg_stat_activity WHERE application_name = 'pools-test'"));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  private record Limits(int maxOpen, int size, Duration acquireTimeout)
      implements TenantPoolSettings {
    @Override
    public Duration idleTimeout() {
      return Duration.ofMinutes(1);
    }
  }
}
