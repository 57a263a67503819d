package io.aegisx.tenancy.registry.usage;

import static io.aegisx.tenancy.registry.sql.TenantRows.COLUMNS;

import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.registry.sql.TenantRows;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Reads and keeps how much tenants store, and tells every replica. */
@ApplicationScoped
public class StorageRepository {

  /** Where new measurements are told, as {@link #parse} reads them. */
  public static final String CHANNEL = "aegisx_storage";

  /** How many measurements one message has room for. */
  public static final int MOST = 100;

  private static final String TURN = "storage";

  private static final String TAKE_TURN =
      """
      INSERT INTO registry.turns AS t (name, taken_until)
      VALUES ($1, now() + $2::float8 * '1s'::interval)
      ON CONFLICT (name) DO UPDATE SET taken_until = excluded.taken_until
       WHERE t.taken_until <= now() RETURNING name
      """;

  /** New ones, those that wrote since, and all others once a day. */
  private static final String DUE =
      "SELECT "
          + COLUMNS
          + " FROM registry.tenants LEFT JOIN registry.storage s ON s.tenant_id = id"
          + " WHERE status = 'active' AND id > $1 AND (s.measured_at IS NULL"
          + " OR s.written_at > s.measured_at OR s.measured_at < now() - interval '1 day')"
          + " ORDER BY id LIMIT "
          + MOST;

  private static final String KEEP =
      """
      WITH measured AS (
        SELECT m.id, m.bytes, m.users
          FROM unnest($1::uuid[], $2::bigint[], $4::bigint[]) AS m (id, bytes, users)
          JOIN registry.tenants t ON t.id = m.id ORDER BY m.id),
      kept AS (
        INSERT INTO registry.storage (tenant_id, bytes, users, measured_at)
        SELECT id, bytes, users, $3::timestamptz FROM measured
        ON CONFLICT (tenant_id) DO UPDATE SET bytes = excluded.bytes,
          users = excluded.users, measured_at = excluded.measured_at)
      INSERT INTO registry.usage_days (tenant_id, day, storage_bytes)
      SELECT id, (now() AT TIME ZONE 'UTC')::date, bytes FROM measured
      ON CONFLICT (tenant_id, day) DO UPDATE SET storage_bytes = excluded.storage_bytes
      """;

  private final RegistryDatabase database;
  private final TenantRows rows;

  StorageRepository(RegistryDatabase database, TenantRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Whether this replica is the one that measures for so long. */
  public Uni<Boolean> takeTurn(Duration length) {
    return database
        .execute(TAKE_TURN, Tuple.of(TURN, length.toMillis() / 1000.0))
        .map(taken -> taken.size() > 0);
  }

  /** Up to {@link #MOST} tenants to measure, in the order of their ids, starting after one. */
  public Uni<List<Tenant>> due(Optional<TenantId> after) {
    return database
        .execute(DUE, Tuple.of(after.map(TenantId::value).orElse(Canaries.HIGHEST_ID)))
        .map(rows::all);
  }

  /** The time of the database, by which measurements and writes are put in order. */
  public Uni<OffsetDateTime> now() {
    return database
        .execute("SELECT now() AS at", Tuple.tuple())
        .map(found -> found.iterator().next().getOffsetDateTime("at"));
  }

  /**
   * Keeps measurements and tells them to all replicas.
   *
   * @param measured by tenant, of {@link #MOST} tenants at the most
   * @param begun when the first of them was begun
   */
  public Uni<Void> keep(Map<TenantId, Measured> measured, OffsetDateTime begun) {
    List<TenantId> tenants = List.copyOf(measured.keySet());
    return database.inTransaction(
        connection ->
            connection
                .preparedQuery(KEEP)
                .execute(
                    Tuple.of(
                        tenants.stream().map(TenantId::value).toArray(UUID[]::new),
                        column(tenants, measured, Measured::bytes),
                        begun,
                        column(tenants, measured, Measured::users)))
                .flatMap(kept -> tell(connection, measured)));
  }

  private static Long[] column(
      List<TenantId> tenants, Map<TenantId, Measured> measured, ToLongFunction<Measured> number) {
    return tenants.stream()
        .map(tenant -> number.applyAsLong(measured.get(tenant)))
        .toArray(Long[]::new);
  }

  private static Uni<Void> tell(SqlConnection connection, Map<TenantId, Measured> measured) {
    String text =
        measured.entrySet().stream()
            .map(size -> size.getKey() + "=" + size.getValue().bytes())
            .collect(Collectors.joining(" "));
    return connection
        .preparedQuery("SELECT pg_notify($1, $2)")
        .execute(Tuple.of(CHANNEL, text))
        .replaceWithVoid();
  }

  /** Reads what {@link #keep} tells. */
  public static Map<TenantId, Long> parse(String text) {
    Map<TenantId, Long> sizes = new HashMap<>();
    for (String part : text.split(" ", -1)) {
      int divide = part.indexOf('=');
      TenantId.parse(part.substring(0, Math.max(0, divide)))
          .ifPresent(tenant -> sizes.put(tenant, Long.parseLong(part.substring(divide + 1))));
    }
    return sizes;
  }

  /** What every tenant stored when it was last measured, in bytes. */
  public Uni<Map<TenantId, Long>> all() {
    return database
        .execute(
            "SELECT tenant_id, bytes FROM registry.storage WHERE bytes IS NOT NULL", Tuple.tuple())
        .map(StorageRepository::sizes);
  }

  private static Map<TenantId, Long> sizes(RowSet<Row> found) {
    Map<TenantId, Long> sizes = new HashMap<>();
    found.forEach(row -> sizes.put(new TenantId(row.getUUID("tenant_id")), row.getLong("bytes")));
    return sizes;
  }

  /** What a tenant stored when it was last measured, if it was. */
  public Uni<Optional<StoredSize>> of(TenantId tenant) {
    return database
        .execute(
            "SELECT bytes, measured_at FROM registry.storage"
                + " WHERE tenant_id = $1 AND bytes IS NOT NULL",
            Tuple.of(tenant.value()))
        .map(found -> found.size() == 0 ? Optional.empty() : Optional.of(size(found)));
  }

  private static StoredSize size(RowSet<Row> found) {
    Row row = found.iterator().next();
    return new StoredSize(row.getLong("bytes"), row.getOffsetDateTime("measured_at").toInstant());
  }
}
