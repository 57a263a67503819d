package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.database.SqlState;
import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.quota.StatementLimits;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.aegisx.tenancy.testing.Tenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.TransactionRollbackException;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Needs a server, not the service: it runs beside the service for the sake of its server. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantConnectionTest {

  private static final StatementLimits LIMITS =
      new StatementLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(30));

  private static final String INSERT = "INSERT INTO marks VALUES ($1)";

  private final Tenant tenant = Tenants.tenant("bound", Isolation.SCHEMA_PER_TENANT);
  private final Superuser superuser = Superuser.ofService();
  private final String schema = tenant.placement().schema();
  private final AtomicInteger released = new AtomicInteger();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private final WorkMeter.Work work =
      (passed, seen) -> {
        nanos.addAndGet(passed);
        rows.addAndGet(seen);
      };
  private final Vertx vertx = Vertx.vertx();
  private PgConnection raw;
  private SqlConnection connection;

  @BeforeEach
  void connect() throws Exception {
    superuser.run(
        "CREATE SCHEMA " + schema, "CREATE TABLE " + schema + ".marks (mark int PRIMARY KEY)");
    raw =
        await(
            PgConnection.connect(
                vertx,
                new PgConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(ServiceResource.postgres().port())
                    .setDatabase(LocalPostgres.DATABASE)
                    .setUser("postgres")
                    .setCachePreparedStatements(true)));
    connection =
        new TenantConnection(raw, Binding.of(tenant, LIMITS), work, released::incrementAndGet);
  }

  @AfterEach
  void disconnect() throws Exception {
    await(vertx.close());
    superuser.run("DROP SCHEMA " + schema + " CASCADE");
  }

  @Test
  void aStatementThatTakesTooLongIsCancelledAndTheNextOneRuns() throws Exception {
    ExecutionException told =
        assertThrows(
            ExecutionException.class,
            () -> await(connection.query("SELECT pg_catalog.pg_sleep(60)").execute()));

    assertEquals("57014", ((PgException) told.getCause()).getSqlState());
    assertEquals("1s", setting("lock_timeout"));
    assertEquals("2s", setting("statement_timeout"));
    assertEquals("30s", setting("idle_in_transaction_session_timeout"));
  }

  private String setting(String name) throws Exception {
    return await(connection.query("SHOW " + name).execute()).iterator().next().getString(0);
  }

  @Test
  void aStatementAloneIsBoundAndNothingStaysBound() throws Exception {
    assertEquals(
        tenant.id() + " " + schema + ", pg_temp",
        text(
            connection,
            "SELECT current_setting('app.tenant_id') || ' ' || current_setting('search_path')"));

    assertEquals("\"$user\", public", text(raw, "SHOW search_path"));
    assertEquals("", text(raw, "SELECT coalesce(current_setting('app.tenant_id', true), '')"));
  }

  @Test
  void theTimeOfStatementsAndTheirRowsAreCounted() throws Exception {
    await(connection.query("SELECT pg_catalog.pg_sleep(0.05)").execute());
    insert(1);
    await(connection.preparedQuery(INSERT).executeBatch(List.of(Tuple.of(2), Tuple.of(3))));
    await(connection.query("UPDATE marks SET mark = mark + 10 RETURNING mark").execute());
    assertEquals(1 + 1 + 2 + 3, rows.get());

    Transaction transaction = await(connection.begin());
    await(connection.query("DELETE FROM marks").execute());
    await(transaction.commit());

    assertEquals(7 + 3, rows.get());
    assertTrue(nanos.get() >= 50_000_000, nanos::toString);
    assertTrue(nanos.get() < 10_000_000_000L, nanos::toString);
  }

  @Test
  void aStatementThatFailsHasTakenTimeToo() {
    assertThrows(
        ExecutionException.class,
        () -> await(connection.query("SELECT 1 / (random() * 0)::int").execute()));

    assertTrue(nanos.get() > 0);
    assertEquals(0, rows.get());
  }

  @Test
  void aStatementAloneIsCommitted() throws Exception {
    insert(1);

    assertEquals(1, marks());
  }

  @Test
  void aStatementAloneThatFailsLeavesTheConnectionAsItWas() throws Exception {
    insert(1);

    assertThrows(ExecutionException.class, () -> insert(1));

    insert(2);
    assertEquals(2, marks());
  }

  @Test
  void aStatementWhoseBindingFailsIsNotRun() {
    SqlConnection unbound =
        new TenantConnection(raw, new Binding("BEGIN;SELECT 1/0"), work, released::incrementAndGet);

    ExecutionException failure =
        assertThrows(
            ExecutionException.class,
            () -> await(unbound.query("INSERT INTO " + schema + ".marks VALUES (1)").execute()));

    assertEquals(0, marks());
    assertEquals("22012", SqlState.of(failure).orElseThrow());
  }

  @Test
  void aTransactionIsAllOrNothing() throws Exception {
    Transaction committed = await(connection.begin());
    insert(1);
    assertEquals(0, marks());
    await(committed.commit());
    assertEquals(1, marks());

    Transaction rolledBack = await(connection.begin());
    insert(2);
    await(rolledBack.rollback());
    assertEquals(1, marks());
  }

  @Test
  void aTransactionWithAFailedStatementCannotBeCommitted() throws Exception {
    Transaction transaction = await(connection.begin());
    insert(1);
    assertThrows(ExecutionException.class, () -> insert(1));

    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> await(transaction.commit()));

    assertInstanceOf(TransactionRollbackException.class, refused.getCause());
    assertEquals(0, marks());
    insert(3);
    assertEquals(1, marks());
  }

  @Test
  void aSecondTransactionIsRefusedWhileOneIsOpen() throws Exception {
    Transaction first = await(connection.begin());

    assertThrows(ExecutionException.class, () -> await(connection.begin()));

    insert(1);
    await(first.commit());
    assertEquals(1, marks());
    assertThrows(ExecutionException.class, () -> await(first.commit()));
    assertNull(connection.transaction());
  }

  @Test
  void givingBackRollsBackWhatIsOpen() throws Exception {
    await(connection.begin());
    insert(1);

    await(connection.close());

    assertEquals(0, marks());
    assertEquals(1, released.get());
  }

  @Test
  void nothingRunsOnAConnectionThatWasGivenBack() throws Exception {
    await(connection.close());
    await(connection.close());

    assertThrows(ExecutionException.class, () -> insert(1));
    assertThrows(ExecutionException.class, () -> await(connection.begin()));
    assertEquals(1, released.get());
    assertEquals(0, marks());
  }

  @Test
  void statementsAreOnlyPreparedInsideATransaction() throws Exception {
    assertThrows(ExecutionException.class, () -> await(connection.prepare(INSERT)));

    Transaction transaction = await(connection.begin());
    await(await(connection.prepare(INSERT)).query().execute(Tuple.of(1)));
    await(transaction.commit());
    assertEquals(1, marks());
  }

  @Test
  void aConnectionThatTheServerEndsIsInUseNoMoreWhetherOrNotItIsGivenBack() throws Exception {
    CompletableFuture<Void> told = new CompletableFuture<>();
    connection.closeHandler(told::complete);
    await(connection.begin());

    superuser.run("SELECT pg_terminate_backend(" + raw.processId() + ")");

    told.get(20, TimeUnit.SECONDS);
    assertEquals(1, released.get());
    assertThrows(ExecutionException.class, () -> insert(1));
    connection.close().toCompletionStage().toCompletableFuture().handle((a, b) -> a).get();

    assertEquals(1, released.get());
  }

  private void insert(int mark) throws Exception {
    await(connection.preparedQuery(INSERT).execute(Tuple.of(mark)));
  }

  private static String text(SqlConnection connection, String sql) throws Exception {
    return await(connection.query(sql).execute()).iterator().next().getString(0);
  }

  /** What others see. */
  private int marks() {
    return superuser.texts("SELECT mark FROM " + schema + ".marks").size();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
