package io.aegisx.tenancy.registry.onboarding;

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
import java.util.List;
import java.util.Optional;

/** The ways of tenants to active, each worked on by one replica at a time. */
@ApplicationScoped
public class ProvisioningRuns {

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
        .execute(ProvisioningSql.CLAIM_ONE, Tuple.of(text(lease), tenant.value()))
        .map(claimed -> claimed.size() > 0);
  }

  /** Takes on the tenant that has been due for longest, if any is. */
  public Uni<Optional<Tenant>> claimNext(Duration lease) {
    return database.execute(ProvisioningSql.CLAIM_NEXT, Tuple.of(text(lease))).map(rows::first);
  }

  /** Enters the steps of a tenant; answers the names of those that are still to be done. */
  public Uni<List<String>> open(TenantId tenant, List<String> steps) {
    return database
        .execute(ProvisioningSql.OPEN, Tuple.of(tenant.value(), steps.toArray(String[]::new)))
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
    return database
        .execute(ProvisioningSql.BEGIN, Tuple.of(tenant.value(), step))
        .replaceWithVoid();
  }

  /** Tells that a step is done. */
  public Uni<Void> end(TenantId tenant, String step) {
    return database.execute(ProvisioningSql.END, Tuple.of(tenant.value(), step)).replaceWithVoid();
  }

  /** Tells that someone still works on it. */
  public Uni<Void> prolong(TenantId tenant, Duration lease) {
    return database
        .execute(ProvisioningSql.PROLONG, Tuple.of(tenant.value(), text(lease)))
        .replaceWithVoid();
  }

  /** Gives it back after a failure, for a time that doubles each time. */
  public Uni<Void> fail(
      TenantId tenant, String step, String error, Duration firstPause, Duration longestPause) {
    return database
        .change(
            ProvisioningSql.FAIL,
            Tuple.of(tenant.value(), step, error, text(firstPause), text(longestPause)))
        .replaceWithVoid();
  }

  /**
   * Sets the tenant active, which is its last step.
   *
   * @return the tenant, or nothing if it was not pending any more
   */
  public Uni<Optional<Tenant>> finish(TenantId tenant, String lastStep) {
    return database
        .change(ProvisioningSql.FINISH, Tuple.of(tenant.value(), lastStep))
        .map(rows::first);
  }

  /** How far a tenant has come. */
  public Uni<Optional<ProvisioningRun>> of(TenantId tenant) {
    return database
        .execute(ProvisioningSql.FIND, Tuple.of(tenant.value()))
        .map(ProvisioningRuns::run);
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
