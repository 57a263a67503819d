package io.aegisx.tenancy.registry.keys;

import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The wrapped data keys of tenants. */
@ApplicationScoped
public class DataKeyRecords {

  private static final String SELECT =
      "SELECT purpose, version, state, provider, wrapped, created_at FROM registry.data_keys"
          + " WHERE tenant_id = $1 ORDER BY purpose, version";

  /** Whoever comes second finds the key of the first. */
  private static final String INSERT =
      "INSERT INTO registry.data_keys (tenant_id, purpose, version, state, provider, wrapped)"
          + " SELECT $1, $2, $3, 'active', $4, $5 WHERE NOT EXISTS (SELECT FROM registry.data_keys"
          + " WHERE tenant_id = $1 AND purpose = $2 AND version >= $3) ON CONFLICT DO NOTHING";

  private static final String LOCK =
      "SELECT id FROM registry.tenants WHERE id = $1 FOR NO KEY UPDATE";

  private static final String REPLACE =
      "UPDATE registry.data_keys SET state = 'old', changed_at = now()"
          + " WHERE tenant_id = $1 AND purpose = 'data' AND state = 'active' AND version = $2";

  private static final String REWRAP =
      "UPDATE registry.data_keys SET provider = $2, wrapped = $3, changed_at = now()"
          + " WHERE tenant_id = $1 AND purpose = 'index' AND state = 'active'";

  private static final String BEGIN_ROTATION =
      "INSERT INTO registry.key_rotations (tenant_id, version) VALUES ($1, $2)"
          + " ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, done = 0,"
          + " total = NULL, started_at = now(), claimed_until = NULL, last_error = NULL";

  private static final String END_ROTATION =
      "DELETE FROM registry.key_rotations WHERE tenant_id = $1";

  private static final String DESTROY =
      "UPDATE registry.data_keys SET state = 'destroyed', wrapped = NULL, changed_at = now()"
          + " WHERE tenant_id = $1 AND state = ANY ($2)";

  private final RegistryDatabase database;

  DataKeyRecords(RegistryDatabase database) {
    this.database = database;
  }

  /**
   * A wrapped key.
   *
   * @param purpose {@code data} or {@code index}
   * @param state {@code active}, {@code old} or {@code destroyed}
   * @param wrapped nothing once it is destroyed
   */
  public record DataKeyRecord(
      String purpose,
      int version,
      String state,
      String provider,
      Optional<byte[]> wrapped,
      Instant createdAt) {}

  /** All keys that a tenant has, or had. */
  public Uni<List<DataKeyRecord>> of(TenantId tenant) {
    return database.execute(SELECT, Tuple.of(tenant.value())).map(DataKeyRecords::records);
  }

  private static List<DataKeyRecord> records(RowSet<Row> rows) {
    List<DataKeyRecord> records = new ArrayList<>();
    rows.forEach(
        row ->
            records.add(
                new DataKeyRecord(
                    row.getString("purpose"),
                    row.getInteger("version"),
                    row.getString("state"),
                    row.getString("provider"),
                    Optional.ofNullable(row.getDelegate().getBuffer("wrapped"))
                        .map(Buffer::getBytes),
                    row.getOffsetDateTime("created_at").toInstant())));
    return records;
  }

  /** Keeps a tenant's first keys, unless another request was faster. */
  public Uni<Void> addFirst(TenantId tenant, String provider, byte[] data, byte[] index) {
    return database.inTransaction(
        connection ->
            add(connection, tenant, "data", 1, provider, data)
                .chain(() -> add(connection, tenant, "index", 1, provider, index)));
  }

  /**
   * Has a new version encrypt from now on, and a rotation begin.
   *
   * @return whether nobody else did so meanwhile
   */
  public Uni<Boolean> addNext(
      TenantId tenant, String provider, int version, byte[] data, byte[] index) {
    return database.inTransaction(
        connection ->
            run(connection, LOCK, Tuple.of(tenant.value()))
                .chain(() -> run(connection, REPLACE, Tuple.of(tenant.value(), version - 1)))
                .map(replaced -> replaced.rowCount() == 1)
                .call(next -> next ? put(connection, tenant, provider, version, data) : done())
                .call(next -> next ? rewrap(connection, tenant, provider, index) : done()));
  }

  private static Uni<Void> rewrap(
      SqlConnection connection, TenantId tenant, String provider, byte[] index) {
    return run(connection, REWRAP, Tuple.of(tenant.value(), provider, Buffer.buffer(index)))
        .replaceWithVoid();
  }

  private static Uni<Void> put(
      SqlConnection connection, TenantId tenant, String provider, int version, byte[] wrapped) {
    return add(connection, tenant, "data", version, provider, wrapped)
        .chain(() -> run(connection, BEGIN_ROTATION, Tuple.of(tenant.value(), version)))
        .replaceWithVoid();
  }

  private static Uni<Void> add(
      SqlConnection connection,
      TenantId tenant,
      String purpose,
      int version,
      String provider,
      byte[] wrapped) {
    Tuple values = Tuple.of(tenant.value(), purpose, version, provider, Buffer.buffer(wrapped));
    return run(connection, INSERT, values).replaceWithVoid();
  }

  private static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters);
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  /** Destroys all keys of a tenant: nothing that they encrypted can be read again. */
  public Uni<Void> destroyAll(TenantId tenant) {
    return database.inTransaction(
        connection ->
            run(connection, LOCK, Tuple.of(tenant.value()))
                .chain(() -> destroy(connection, tenant, "active", "old"))
                .chain(() -> run(connection, END_ROTATION, Tuple.of(tenant.value())))
                .replaceWithVoid());
  }

  /** Destroys the versions that nothing is encrypted with any more. */
  public Uni<Void> destroyOld(TenantId tenant) {
    return database.inTransaction(connection -> destroy(connection, tenant, "old"));
  }

  private static Uni<Void> destroy(SqlConnection connection, TenantId tenant, String... states) {
    return run(connection, DESTROY, Tuple.of(tenant.value(), (Object) states)).replaceWithVoid();
  }
}
