package io.aegisx.tenancy.registry.usage;

import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Reads and adds to what tenants have used. */
@ApplicationScoped
public class UsageRepository {

  private static final long NANOS_PER_MICRO = 1_000;

  /** In the order of keys, so that replicas cannot wait for each other; without purged tenants. */
  private static final String ADD =
      """
      INSERT INTO registry.usage_days AS d (tenant_id, day, requests, errors, refused,
        database_micros, row_count, bytes_in, bytes_out)
      SELECT u.* FROM unnest($1::uuid[], $2::date[], $3::bigint[], $4::bigint[], $5::bigint[],
          $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[]) AS u (tenant_id, day)
        JOIN registry.tenants t ON t.id = u.tenant_id
       ORDER BY u.tenant_id, u.day
      ON CONFLICT (tenant_id, day) DO UPDATE SET
        requests = d.requests + excluded.requests, errors = d.errors + excluded.errors,
        refused = d.refused + excluded.refused,
        database_micros = d.database_micros + excluded.database_micros,
        row_count = d.row_count + excluded.row_count, bytes_in = d.bytes_in + excluded.bytes_in,
        bytes_out = d.bytes_out + excluded.bytes_out
      """;

  private static final String NOTE_WRITES =
      """
      INSERT INTO registry.storage (tenant_id, written_at)
      SELECT t.id, now() FROM registry.tenants t WHERE t.id = ANY ($1::uuid[]) ORDER BY t.id
      ON CONFLICT (tenant_id) DO UPDATE SET written_at = excluded.written_at
      """;

  private static final String HISTORY =
      """
      SELECT d.*, coalesce(d.storage_bytes, (SELECT p.storage_bytes FROM registry.usage_days p
          WHERE p.tenant_id = d.tenant_id AND p.day < d.day AND p.storage_bytes IS NOT NULL
          ORDER BY p.day DESC LIMIT 1), 0) AS stored
        FROM registry.usage_days d
       WHERE d.tenant_id = $1 AND d.day BETWEEN $2 AND $3 ORDER BY d.day LIMIT $4
      """;

  private static final String FORGET =
      """
      DELETE FROM registry.usage_days WHERE (tenant_id, day) IN (SELECT tenant_id, day
        FROM registry.usage_days WHERE day < $1 LIMIT 5000 FOR UPDATE SKIP LOCKED)
      """;

  private final RegistryDatabase database;

  UsageRepository(RegistryDatabase database) {
    this.database = database;
  }

  /**
   * Adds what was used to what is there, all of it or nothing.
   *
   * @param wrote whose data has changed
   */
  public Uni<Void> add(Map<UsageEntry, Usage> used, Set<TenantId> wrote) {
    return database.inTransaction(
        connection ->
            add(connection, List.copyOf(used.entrySet()))
                .flatMap(added -> noteWrites(connection, wrote))
                .replaceWithVoid());
  }

  private static Uni<?> add(SqlConnection connection, List<Map.Entry<UsageEntry, Usage>> used) {
    return connection
        .preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addValue(column(used, u -> u.getKey().tenant().value()).toArray(UUID[]::new))
                .addValue(column(used, u -> u.getKey().day()).toArray(LocalDate[]::new))
                .addValue(numbers(used, Usage::requests))
                .addValue(numbers(used, Usage::errors))
                .addValue(numbers(used, Usage::refused))
                .addValue(numbers(used, usage -> usage.databaseNanos() / NANOS_PER_MICRO))
                .addValue(numbers(used, Usage::rows))
                .addValue(numbers(used, Usage::bytesIn))
                .addValue(numbers(used, Usage::bytesOut)));
  }

  private static <T> List<T> column(
      List<Map.Entry<UsageEntry, Usage>> used, Function<Map.Entry<UsageEntry, Usage>, T> value) {
    return used.stream().map(value).toList();
  }

  private static Long[] numbers(
      List<Map.Entry<UsageEntry, Usage>> used, ToLongFunction<Usage> value) {
    return used.stream().map(u -> value.applyAsLong(u.getValue())).toArray(Long[]::new);
  }

  private static Uni<?> noteWrites(SqlConnection connection, Set<TenantId> wrote) {
    return connection
        .preparedQuery(NOTE_WRITES)
        .execute(Tuple.tuple().addValue(wrote.stream().map(TenantId::value).toArray(UUID[]::new)));
  }

  /** The days of a tenant on which anything happened, oldest first. */
  public Uni<List<UsageDay>> history(TenantId tenant, LocalDate from, LocalDate to, int limit) {
    return database
        .execute(HISTORY, Tuple.of(tenant.value(), from, to, limit))
        .map(UsageRepository::days);
  }

  private static List<UsageDay> days(RowSet<Row> rows) {
    List<UsageDay> days = new ArrayList<>(rows.size());
    rows.forEach(row -> days.add(day(row)));
    return days;
  }

  private static UsageDay day(Row row) {
    return new UsageDay(
        row.getLocalDate("day"),
        new Usage(
            row.getLong("requests"),
            row.getLong("errors"),
            row.getLong("refused"),
            row.getLong("database_micros") * NANOS_PER_MICRO,
            row.getLong("row_count"),
            row.getLong("bytes_in"),
            row.getLong("bytes_out")),
        row.getLong("stored"));
  }

  /** Forgets some of the days before one; answers how many. */
  public Uni<Integer> forgetBefore(LocalDate day) {
    return database.execute(FORGET, Tuple.of(day)).map(RowSet::rowCount);
  }
}
