package io.aegisx.tenancy.isolation.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.database.ConnectionBudget;
import io.aegisx.tenancy.database.ConnectionSettings;
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
import java.util.ArrayList;
import java.util.List;
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
class DatabaseConnectionsTest {

  private static final long LONGEST_SECONDS = 20;

  private static final String OPEN =
      "SELECT pid::text FROM pg_stat_activity WHERE application_name = 'pools-test'";

  private final Vertx vertx = Vertx.vertx();
  private DatabaseConnections pools;

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
  void aConnectionInUseIsNotClosedForAnother() throws Exception {
    pools = pools(1, Duration.ofSeconds(10));
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
    pools = pools(1, Duration.ofMillis(300));
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
    pools = pools(1, Duration.ofSeconds(10));
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
  void everybodyWhoWaitsForTheSameDatabaseGetsItInTheEnd() throws Exception {
    pools = pools(1, Duration.ofSeconds(10));
    SqlConnection held = await(connect("pool_a"));
    Future<SqlConnection> one = connect("pool_b");
    Future<SqlConnection> two = connect("pool_b");

    await(held.close());

    assertEquals("pool_b", databaseOf(await(one)));
    await(await(one).close());
    assertEquals("pool_b", databaseOf(await(two)));
  }

  @Test
  void aDatabaseThatIsAlwaysInUseStillMakesRoom() throws Exception {
    pools = pools(1, Duration.ofSeconds(5));
    SqlConnection busy = await(connect("pool_a"));
    Future<SqlConnection> waiting = connect("pool_b");
    // The next request begins before the last one ends: the connection is never idle.
    Future<SqlConnection> next = connect("pool_a");

    await(busy.close());

    assertEquals("pool_b", databaseOf(await(waiting)));
    await(await(waiting).close());
    assertEquals("pool_a", databaseOf(await(next)));
  }

  @Test
  void oneDatabaseHoldsNoMoreThanItsShare() throws Exception {
    pools = pools(4, Duration.ofMillis(300));
    SqlConnection one = await(connect("pool_a"));
    SqlConnection two = await(connect("pool_a"));

    assertThrows(ExecutionException.class, () -> await(connect("pool_a")));

    await(await(connect("pool_b")).close());
    await(one.close());
    await(two.close());
    assertEquals(0, pools.inUse());
  }

  @Test
  void aDatabaseThatIsNotThereTakesNobodysPlace() throws Exception {
    pools = pools(1, Duration.ofSeconds(5));
    for (int i = 0; i < 3; i++) {
      assertThrows(ExecutionException.class, () -> await(connect("nowhere")));
    }
    await(await(connect("pool_a")).close());
    assertEquals(0, pools.inUse());
  }

  @Test
  void whatAConnectionRemembersIsFound() throws Exception {
    pools = pools(1, Duration.ofSeconds(5));
    SqlConnection careless = await(connect("pool_a"));
    await(careless.query("SET search_path TO pg_catalog").execute());
    await(careless.close());
    assertEquals(Leftovers.NONE, await(pools.leftovers()));

    SqlConnection worse = await(connect("pool_a"));
    await(worse.query("SELECT set_config('app.tenant_id', 'somebody', false)").execute());
    await(worse.close());

    List<String> found = await(pools.leftovers()).remembered();
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.get(0).contains("somebody"), found.get(0));
  }

  @Test
  void aConnectionThatCannotBeAskedIsToldApartFromOneThatRemembersNothing() throws Exception {
    pools = pools(1, Duration.ofSeconds(5));
    SqlConnection failed = await(connect("pool_a"));
    await(failed.query("BEGIN").execute());
    assertThrows(ExecutionException.class, () -> await(failed.query("SELECT 1/0").execute()));
    await(failed.close());

    Leftovers left = await(pools.leftovers());

    assertEquals(List.of(), left.remembered());
    assertEquals(1, left.unanswered().size(), left.toString());
  }

  @Test
  void neverMoreConnectionsAreOpenThanTheBudgetSays() throws Exception {
    pools = pools(2, Duration.ofSeconds(10));
    List<Future<SqlConnection>> asked = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String database = List.of("pool_a", "pool_b", "pool_c").get(i % 3);
      asked.add(
          connect(database)
              .compose(open -> open.query("SELECT 1").execute().map(open))
              .compose(open -> open.close().map(open)));
      assertTrue(Superuser.ofService().texts(OPEN).size() <= 2);
    }
    for (Future<SqlConnection> one : asked) {
      await(one);
    }
    assertEquals(0, pools.inUse());
  }

  @Test
  void theLeastRecentlyUsedIsClosedFirst() throws Exception {
    pools = pools(2, Duration.ofSeconds(10));
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
  void aRetiredDatabaseIsServedUntilItsConnectionsAreBack() throws Exception {
    pools = pools(1, Duration.ofSeconds(10));
    SqlConnection held = await(connect("pool_a"));

    pools.retire("pool_a");

    assertEquals("pool_a", databaseOf(held));
    await(held.close());
    assertEquals("pool_b", databaseOf(await(connect("pool_b"))));
  }

  private Future<SqlConnection> connect(String database) {
    return pools.connect(database, GivenBack::new);
  }

  private DatabaseConnections pools(int places, Duration acquireTimeout) {
    PgConnectOptions server =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(ServiceResource.postgres().port())
            .setUser("postgres")
            .setProperties(Map.of("application_name", "pools-test"));
    return new DatabaseConnections(vertx, server, budgetOf(places, acquireTimeout));
  }

  /** A budget with so many connections for databases, and as many for the shared pool. */
  private static ConnectionBudget budgetOf(int places, Duration acquireTimeout) {
    return new ConnectionBudget(new Limits(7 + 2 * places, acquireTimeout));
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

  /** Settings of a budget in which one tenant may hold half of each part. */
  private record Limits(int total, Duration acquireTimeout) implements ConnectionSettings {
    @Override
    public int registry() {
      return 1;
    }

    @Override
    public int provisioning() {
      return 1;
    }

    @Override
    public int sharedWeight() {
      return 1;
    }

    @Override
    public int databaseWeight() {
      return 1;
    }

    @Override
    public int tenantSharePercent() {
      return 50;
    }

    @Override
    public Duration idleTimeout() {
      return Duration.ofMinutes(1);
    }
  }
}
