package io.aegisx.tenancy.registry.onboarding;

import static io.aegisx.tenancy.registry.sql.TenantRows.COLUMNS;

import io.aegisx.tenancy.registry.sql.Moments;
import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.registry.sql.TenantRows;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purges, each worked on by one replica at a time. Their reports outlive the tenants. */
@ApplicationScoped
public class Purges {

  /** Touches the tenant, so that a restoration at the same time comes before, or fails. */
  private static final String REQUEST =
      "WITH doomed AS (UPDATE registry.tenants SET deleted_at = deleted_at WHERE status = 'deleted'"
          + " AND {which} RETURNING id, name, subdomain, isolation)"
          + " INSERT INTO registry.purges"
          + " (tenant_id, name, subdomain, isolation, reason, requested_by)"
          + " SELECT id, name, subdomain, isolation, '{reason}', current_setting('app.actor')"
          + " FROM doomed ON CONFLICT (tenant_id) DO NOTHING";

  private static final String REQUEST_ONE =
      REQUEST.replace("{which}", "id = $1").replace("{reason}", "request");

  private static final String REQUEST_EXPIRED =
      REQUEST
          .replace(
              "{which}",
              "id IN (SELECT id FROM registry.tenants t WHERE status = 'deleted'"
                  + " AND deleted_at < now() - $1::text::interval AND NOT EXISTS"
                  + " (SELECT FROM registry.purges WHERE tenant_id = t.id) LIMIT 100"
                  + " FOR UPDATE SKIP LOCKED)")
          .replace("{reason}", "retention");

  private static final String FREE =
      "finished_at IS NULL AND (claimed_until IS NULL OR claimed_until < now())";

  private static final String CLAIM =
      "UPDATE registry.purges SET attempts = attempts + 1,"
          + " claimed_until = now() + $1::text::interval WHERE tenant_id = (";

  private static final String CLAIM_ONE =
      CLAIM
          + "SELECT tenant_id FROM registry.purges WHERE tenant_id = $2 AND "
          + FREE
          + " FOR UPDATE SKIP LOCKED) RETURNING tenant_id";

  private static final String CLAIM_NEXT =
      "WITH claimed AS ("
          + CLAIM
          + "SELECT tenant_id FROM registry.purges WHERE next_attempt_at <= now() AND "
          + FREE
          + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING tenant_id)"
          + " SELECT "
          + COLUMNS
          + " FROM registry.tenants WHERE id = (SELECT tenant_id FROM claimed)";

  private static final String PROLONG =
      "UPDATE registry.purges SET claimed_until = now() + $2::text::interval"
          + " WHERE tenant_id = $1 AND claimed_until IS NOT NULL";

  /** What was there first counts: a repeat finds less. */
  private static final String RECORD =
      "UPDATE registry.purges SET removed = coalesce(removed, $2::text::jsonb) WHERE tenant_id = $1";

  private static final String FAIL =
      "UPDATE registry.purges SET last_error = $2, claimed_until = NULL,"
          + " next_attempt_at = now() + least(interval '1 hour',"
          + " interval '10 seconds' * power(2, least(attempts, 20) - 1)) WHERE tenant_id = $1";

  private static final String FINISH =
      "WITH gone AS (DELETE FROM registry.tenants WHERE id = $1)"
          + " UPDATE registry.purges SET finished_at = now(), claimed_until = NULL,"
          + " last_error = NULL WHERE tenant_id = $1";

  private static final String PURGE =
      "SELECT id, tenant_id, name, subdomain, isolation, reason, requested_by, requested_at,"
          + " attempts, last_error, removed::text AS removed, finished_at FROM registry.purges";

  private final RegistryDatabase database;
  private final TenantRows rows;

  Purges(RegistryDatabase database, TenantRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Enters the purge of a tenant, if it is deleted; from then on it cannot be restored. */
  public Uni<Void> request(TenantId tenant) {
    return database.change(REQUEST_ONE, Tuple.of(tenant.value())).replaceWithVoid();
  }

  /** Enters up to 100 purges of tenants that were deleted so long ago; answers how many. */
  public Uni<Integer> requestExpired(Duration retention) {
    return database.change(REQUEST_EXPIRED, Tuple.of(text(retention))).map(RowSet::rowCount);
  }

  /** Takes on a purge, whenever its next attempt is due; answers whether it was free. */
  public Uni<Boolean> claim(TenantId tenant, Duration lease) {
    return database
        .execute(CLAIM_ONE, Tuple.of(text(lease), tenant.value()))
        .map(claimed -> claimed.size() > 0);
  }

  /** Takes on the purge that has been due for longest, if any is; answers its tenant. */
  public Uni<Optional<Tenant>> claimNext(Duration lease) {
    return database.execute(CLAIM_NEXT, Tuple.of(text(lease))).map(rows::first);
  }

  /** Tells that someone still works on it. */
  public Uni<Void> prolong(TenantId tenant, Duration lease) {
    return database.execute(PROLONG, Tuple.of(tenant.value(), text(lease))).replaceWithVoid();
  }

  /** Records what there is to be removed, as JSON, unless that is recorded already. */
  public Uni<Void> record(TenantId tenant, String removed) {
    return database.execute(RECORD, Tuple.of(tenant.value(), removed)).replaceWithVoid();
  }

  /** Gives it back after a failure, for a time that doubles each time. */
  public Uni<Void> fail(TenantId tenant, String error) {
    return database.execute(FAIL, Tuple.of(tenant.value(), error)).replaceWithVoid();
  }

  /** Removes the tenant from the registry. Its subdomain stays reserved, and the report. */
  public Uni<Void> finish(TenantId tenant) {
    return database.change(FINISH, Tuple.of(tenant.value())).replaceWithVoid();
  }

  /** The purge of a tenant, if one was begun. */
  public Uni<Optional<Purge>> of(TenantId tenant) {
    return database
        .execute(PURGE + " WHERE tenant_id = $1", Tuple.of(tenant.value()))
        .map(found -> all(found).stream().findFirst());
  }

  /** Purges, the newest first, after one. */
  public Uni<List<Purge>> list(Optional<UUID> after, int limit) {
    return database
        .execute(
            PURGE + " WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2",
            Tuple.from(Arrays.<@Nullable Object>asList(after.orElse(null), limit)))
        .map(Purges::all);
  }

  private static List<Purge> all(RowSet<Row> found) {
    List<Purge> purges = new ArrayList<>(found.size());
    found.forEach(row -> purges.add(purge(row)));
    return purges;
  }

  private static Purge purge(Row row) {
    return new Purge(
        row.getUUID("id"),
        row.getUUID("tenant_id"),
        row.getString("name"),
        row.getString("subdomain"),
        row.getString("isolation"),
        row.getString("reason"),
        row.getString("requested_by"),
        Moments.of(row, "requested_at"),
        row.getInteger("attempts"),
        row.getString("last_error"),
        row.getString("removed"),
        Moments.nullable(row, "finished_at"));
  }

  private static String text(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
