package io.aegisx.tenancy.registry.keys;

import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rotations of tenants' keys that are not complete, worked on by one replica at a time. */
@ApplicationScoped
public class KeyRotations {

  private static final String COLUMNS = "tenant_id, version, done, total, started_at, last_error";

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM registry.key_rotations WHERE tenant_id = $1";

  /** For a minute; {@link #progress} prolongs it. */
  private static final String CLAIM =
      "UPDATE registry.key_rotations SET claimed_until = now() + interval '1 minute'"
          + " WHERE tenant_id = (SELECT tenant_id FROM registry.key_rotations"
          + " WHERE claimed_until IS NULL OR claimed_until < now()"
          + " ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING "
          + COLUMNS;

  private static final String PROGRESS =
      "UPDATE registry.key_rotations SET claimed_until = now() + interval '1 minute',"
          + " done = done + $3, total = greatest(total, done + $4) WHERE tenant_id = $1"
          + " AND version = $2";

  private static final String PAUSE =
      "UPDATE registry.key_rotations SET claimed_until = now() + $3::text::interval,"
          + " last_error = $4 WHERE tenant_id = $1 AND version = $2";

  private static final String FINISH =
      "DELETE FROM registry.key_rotations WHERE tenant_id = $1 AND version = $2";

  private final RegistryDatabase database;

  KeyRotations(RegistryDatabase database) {
    this.database = database;
  }

  /**
   * A rotation.
   *
   * @param version the version that values are encrypted with afterwards
   * @param done how many values have been
   * @param total how many there are to do, once they are counted
   * @param lastError why it did not get on, if it did not
   */
  public record Rotation(
      TenantId tenant,
      int version,
      long done,
      @Nullable Long total,
      Instant startedAt,
      @Nullable String lastError) {}

  /** The rotation of a tenant, if one is not complete. */
  public Uni<Optional<Rotation>> of(TenantId tenant) {
    return database.execute(FIND, Tuple.of(tenant.value())).map(KeyRotations::first);
  }

  /** Takes on a rotation that nobody works on. */
  public Uni<Optional<Rotation>> claim() {
    return database.execute(CLAIM, Tuple.tuple()).map(KeyRotations::first);
  }

  /** Tells how many more are done and how many are left, and that someone still works on it. */
  public Uni<Void> progress(Rotation rotation, long more, long left) {
    return change(
        PROGRESS, Tuple.of(rotation.tenant().value(), rotation.version(), more, more + left));
  }

  /** Leaves it for a while, with a reason if there is a bad one. */
  public Uni<Void> pause(Rotation rotation, Duration time, @Nullable String error) {
    return change(
        PAUSE,
        Tuple.of(rotation.tenant().value(), rotation.version(), time.toMillis() + " ms", error));
  }

  /** Nothing is left to do. */
  public Uni<Void> finish(TenantId tenant, int version) {
    return change(FINISH, Tuple.of(tenant.value(), version));
  }

  private Uni<Void> change(String sql, Tuple parameters) {
    return database.execute(sql, parameters).replaceWithVoid();
  }

  private static Optional<Rotation> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rotation(rows.iterator().next()));
  }

  private static Rotation rotation(Row row) {
    return new Rotation(
        new TenantId(row.getUUID("tenant_id")),
        row.getInteger("version"),
        row.getLong("done"),
        row.getLong("total"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getString("last_error"));
  }
}
