package io.aegisx.tenancy.registry.onboarding;

import static io.aegisx.tenancy.registry.sql.TenantRows.COLUMNS;

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
import java.util.List;
import java.util.Optional;

/** The ways of tenants to active, each worked on by one replica at a time. */
@ApplicationScoped
public class ProvisioningRuns {

  private static final String FREE = "(claimed_until IS NULL OR claimed_until < now())";

  private static final String CLAIM =
      "claimed AS (UPDATE registry.provisioning_runs SET attempts = attempts + 1,"
          + " claimed_until = now() + $1::text::interval, finished_at = NULL"
          + " WHERE tenant_id = (SELECT tenant_id FROM free) RETURNING tenant_id)";

  /** One that is pending again has all its steps before it. */
  private static final String CLAIM_ONE =
      "WITH free AS (SELECT r.tenant_id, r.finished_at FROM registry.provisioning_runs r"
          + " JOIN registry.tenants t ON t.id = r.tenant_id AND t.status = 'pending'"
          + " WHERE r.tenant_id = $2 AND "
          + FREE
          + " FOR UPDATE OF r SKIP LOCKED), again AS (UPDATE registry.provisioning_steps"
          + " SET finished_at = NULL WHERE tenant_id ="
          + " (SELECT tenant_id FROM free WHERE finished_at IS NOT NULL)), "
          + CLAIM
          + " SELECT tenant_id FROM claimed";

  private static final String CLAIM_NEXT =
      "WITH free AS (SELECT r.tenant_id FROM registry.provisioning_runs r"
          + " JOIN registry.tenants t ON t.id = r.tenant_id AND t.status = 'pending'"
          + " WHERE finished_at IS NULL AND next_attempt_at <= now() AND "
          + FREE
          + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED), "
          + CLAIM
          + " SELECT "
          + COLUMNS
          + " FROM registry.tenants WHERE id = (SELECT tenant_id FROM claimed)";

  /** Steps that a newer program does not have any more are nobody's to do. */
  private static final String OPEN =
      "WITH obsolete AS (DELETE FROM registry.provisioning_steps WHERE tenant_id = $1"
          + " AND finished_at IS NULL AND name <> ALL ($2::text[])) INSERT INTO registry.provisioning_steps AS s (tenant_id, position, name)"
          + " SELECT $1, given.position, given.name"
          + " FROM unnest($2::text[]) WITH ORDINALITY AS given (name, position)"
          + " ON CONFLICT (tenant_id, name) DO UPDATE SET position = excluded.position"
          + " RETURNING name, finished_at IS NULL AS open";

  private static final String BEGIN =
      "UPDATE registry.provisioning_steps SET attempts = attempts + 1, started_at = now(),"
          + " last_error = NULL WHERE tenant_id = $1 AND name = $2";

  private static final String END =
      "UPDATE registry.provisioning_steps SET finished_at = now(), last_error = NULL"
          + " WHERE tenant_id = $1 AND name = $2";

  private static final String PROLONG =
      "UPDATE registry.provisioning_runs SET claimed_until = now() + $2::text::interval"
          + " WHERE tenant_id = $1 AND claimed_until IS NOT NULL";

  private static final String FAIL =
      "WITH step AS (UPDATE registry.provisioning_steps SET last_error = $3 WHERE tenant_id = $1"
          + " AND name = $2 AND finished_at IS NULL),"
          + " told AS (UPDATE registry.tenants SET provisioning_error = $3 WHERE id = $1"
          + " AND status = 'pending' AND provisioning_error IS DISTINCT FROM $3)"
          + " UPDATE registry.provisioning_runs SET last_error = $3, claimed_until = NULL,"
          + " next_attempt_at = now() + least($5::text::interval,"
          + " $4::text::interval * power(2, least(attempts, 20) - 1)) WHERE tenant_id = $1";

  private static final String FINISH =
      "WITH active AS (UPDATE registry.tenants SET status = 'active', provisioning_error = NULL"
          + " WHERE id = $1 AND status = 'pending' RETURNING "
          + COLUMNS
          + "), step AS (UPDATE registry.provisioning_steps SET finished_at = now()"
          + " WHERE tenant_id = (SELECT id FROM active) AND name = $2),"
          + " run AS (UPDATE registry.provisioning_runs SET finished_at = now(),"
          + " claimed_until = NULL, last_error = NULL"
          + " WHERE tenant_id = (SELECT id FROM active)) SELECT * FROM active";

  private static final String FIND =
      "SELECT r.attempts AS tries, coalesce(r.claimed_until > now(), false) AS claimed, r.next_attempt_at, r.last_error AS why,"
          + " r.started_at AS begun_at, r.finished_at AS ended_at, s.name, s.attempts,"
          + " s.started_at, s.finished_at, s.last_error FROM registry.provisioning_runs r"
          + " LEFT JOIN registry.provisioning_steps s USING (tenant_id)"
          + " WHERE r.tenant_id = $1 ORDER BY s.position";

  private final RegistryDatabase database;
  private final TenantRows rows;

  ProvisioningRuns(RegistryDatabase database, TenantRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * Takes on a tenant, whenever its next attempt is due.
   *
   * @param lease for how long, unless it is prolonged
   * @return whether it was free
   */
  public Uni<Boolean> claim(TenantId tenant, Duration lease) {
    return database
        .execute(CLAIM_ONE, Tuple.of(text(lease), tenant.value()))
        .map(claimed -> claimed.size() > 0);
  }

  /** Takes on the tenant that has been due for longest, if any is. */
  public Uni<Optional<Tenant>> claimNext(Duration lease) {
    return database.execute(CLAIM_NEXT, Tuple.of(text(lease))).map(rows::first);
  }

  /** Enters the steps of a tenant; answers the names of those that are still to be done. */
  public Uni<List<String>> open(TenantId tenant, List<String> steps) {
    return database
        .execute(OPEN, Tuple.of(tenant.value(), steps.toArray(String[]::new)))
        .map(found -> steps.stream().filter(undone(found)::contains).toList());
  }

  private static List<String> undone(RowSet<Row> found) {
    List<String> names = new ArrayList<>();
    found.forEach(
        row -> {
          if (row.getBoolean("open")) {
            names.add(row.getString("name"));
          }
        });
    return names;
  }

  /** Tells that a step is begun. */
  public Uni<Void> begin(TenantId tenant, String step) {
    return database.execute(BEGIN, Tuple.of(tenant.value(), step)).replaceWithVoid();
  }

  /** Tells that a step is done. */
  public Uni<Void> end(TenantId tenant, String step) {
    return database.execute(END, Tuple.of(tenant.value(), step)).replaceWithVoid();
  }

  /** Tells that someone still works on it. */
  public Uni<Void> prolong(TenantId tenant, Duration lease) {
    return database.execute(PROLONG, Tuple.of(tenant.value(), text(lease))).replaceWithVoid();
  }

  /** Gives it back after a failure, for a time that doubles each time. */
  public Uni<Void> fail(
      TenantId tenant, String step, String error, Duration firstPause, Duration longestPause) {
    return database
        .change(FAIL, Tuple.of(tenant.value(), step, error, text(firstPause), text(longestPause)))
        .replaceWithVoid();
  }

  /**
   * Sets the tenant active, which is its last step.
   *
   * @return the tenant, or nothing if it was not pending any more
   */
  public Uni<Optional<Tenant>> finish(TenantId tenant, String lastStep) {
    return database.change(FINISH, Tuple.of(tenant.value(), lastStep)).map(rows::first);
  }

  /** How far a tenant has come. */
  public Uni<Optional<ProvisioningRun>> of(TenantId tenant) {
    return database.execute(FIND, Tuple.of(tenant.value())).map(ProvisioningRuns::run);
  }

  private static Optional<ProvisioningRun> run(RowSet<Row> found) {
    List<ProvisioningStep> steps = new ArrayList<>();
    Optional<Row> first = Optional.empty();
    for (Row row : found) {
      first = Optional.of(row);
      if (row.getString("name") != null) {
        steps.add(step(row));
      }
    }
    return first.map(row -> run(row, steps));
  }

  private static ProvisioningRun run(Row row, List<ProvisioningStep> steps) {
    return new ProvisioningRun(
        row.getInteger("tries"),
        row.getBoolean("claimed"),
        Moments.of(row, "next_attempt_at"),
        row.getString("why"),
        Moments.of(row, "begun_at"),
        Moments.nullable(row, "ended_at"),
        steps);
  }

  private static ProvisioningStep step(Row row) {
    return new ProvisioningStep(
        row.getString("name"),
        row.getInteger("attempts"),
        Moments.nullable(row, "started_at"),
        Moments.nullable(row, "finished_at"),
        row.getString("last_error"));
  }

  private static String text(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
