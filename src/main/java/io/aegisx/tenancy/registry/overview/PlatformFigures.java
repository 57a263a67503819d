package io.aegisx.tenancy.registry.overview;

import io.aegisx.tenancy.registry.overview.QuotaUse.Allowance;
import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Counts and sums over all tenants, canaries left out. */
@ApplicationScoped
public class PlatformFigures {

  private final RegistryDatabase database;

  PlatformFigures(RegistryDatabase database) {
    this.database = database;
  }

  /** How many there are of each kind, deleted ones too. */
  public Uni<List<TenantGroup>> groups() {
    return query(OverviewSql.GROUPS, Tuple.tuple(), OverviewRows::group);
  }

  /** The last UTC days, oldest first, today included. */
  public Uni<List<DayFigures>> days(int count) {
    return query(OverviewSql.DAYS, Tuple.of(count), OverviewRows::day);
  }

  /** Those with the most requests today. */
  public Uni<List<TenantTraffic>> busiest(int most) {
    return query(OverviewSql.BUSIEST, Tuple.of(most), OverviewRows::traffic);
  }

  /**
   * Those that have used most of what they may.
   *
   * @param percent the least share of the limit, in percent
   */
  public Uni<List<QuotaUse>> nearQuota(List<Allowance> plans, int percent, int most) {
    return query(
        OverviewSql.NEAR_QUOTA,
        Tuple.of(
            plans.stream().map(Allowance::plan).toArray(String[]::new),
            plans.stream().map(Allowance::users).toArray(Long[]::new),
            plans.stream().map(Allowance::storageBytes).toArray(Long[]::new),
            percent,
            most),
        OverviewRows::quotaUse);
  }

  /** Those that wait for another attempt to be made, the oldest first. */
  public Uni<List<FailedProvisioning>> failedProvisioning(int most) {
    return query(OverviewSql.FAILED_PROVISIONING, Tuple.of(most), OverviewRows::failedProvisioning);
  }

  /** Which versions tenants with tables of their own have, the newest first. */
  public Uni<FleetFigures> fleet(int target) {
    return query(OverviewSql.VERSIONS + " ORDER BY 1 DESC", Tuple.tuple(), OverviewRows::version)
        .flatMap(
            versions ->
                database
                    .execute(OverviewSql.FAILED_MIGRATIONS, Tuple.of(target))
                    .map(rows -> rows.iterator().next().getLong("failed"))
                    .map(failed -> new FleetFigures(versions, failed)));
  }

  /** Those whose tables have less than a version, in the order of their ids, after one. */
  public Uni<List<BehindTenant>> behind(int target, UUID after, int limit) {
    return query(OverviewSql.BEHIND, Tuple.of(target, after, limit), OverviewRows::behind);
  }

  private <T> Uni<List<T>> query(String sql, Tuple parameters, Function<Row, T> mapper) {
    return database
        .execute(sql, parameters)
        .map(
            rows -> {
              List<T> found = new ArrayList<>(rows.size());
              rows.forEach(row -> found.add(mapper.apply(row)));
              return found;
            });
  }
}
