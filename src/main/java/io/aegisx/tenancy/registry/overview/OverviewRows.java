package io.aegisx.tenancy.registry.overview;

import io.aegisx.tenancy.registry.sql.Moments;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Locale;

/** Reads what {@link OverviewSql} answers. */
final class OverviewRows {

  private OverviewRows() {}

  static TenantGroup group(Row row) {
    return new TenantGroup(
        TenantStatus.valueOf(upper(row, "status")),
        Plan.valueOf(upper(row, "plan")),
        isolation(row),
        row.getLong("tenants"));
  }

  static DayFigures day(Row row) {
    return new DayFigures(
        row.getLocalDate("day"),
        row.getLong("tenants"),
        row.getLong("created"),
        row.getLong("deleted"),
        row.getLong("requests"),
        row.getLong("errors"),
        row.getLong("refused"));
  }

  static TenantTraffic traffic(Row row) {
    return new TenantTraffic(
        TenantRef.of(row), row.getLong("requests"), row.getLong("errors"), row.getLong("refused"));
  }

  static QuotaUse quotaUse(Row row) {
    return new QuotaUse(
        TenantRef.of(row), row.getString("quota"), row.getLong("used"), row.getLong("allowed"));
  }

  static FailedProvisioning failedProvisioning(Row row) {
    return new FailedProvisioning(
        TenantRef.of(row),
        row.getString("step"),
        row.getString("error"),
        row.getInteger("attempts"),
        Moments.nullable(row, "next_attempt_at"));
  }

  static FleetFigures.AtVersion version(Row row) {
    return new FleetFigures.AtVersion(row.getInteger("version"), row.getLong("tenants"));
  }

  static BehindTenant behind(Row row) {
    return new BehindTenant(
        TenantRef.of(row),
        isolation(row),
        row.getInteger("version"),
        row.getString("error"),
        Moments.nullable(row, "migrated_at"));
  }

  private static Isolation isolation(Row row) {
    return Isolation.valueOf(upper(row, "isolation"));
  }

  private static String upper(Row row, String column) {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }
}
