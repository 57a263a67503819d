package io.aegisx.tenancy.administration.overview;

import io.aegisx.tenancy.prover.IsolationProver;
import io.aegisx.tenancy.provisioning.fleet.FleetMigration;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.registry.overview.PlatformFigures;
import io.aegisx.tenancy.registry.overview.QuotaUse.Allowance;
import io.aegisx.tenancy.tenant.Plan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together how the platform does. */
@ApplicationScoped
class OverviewService {

  private static final int DAYS = 30;
  private static final int MOST = 10;
  private static final int NEAR_PERCENT = 80;

  private final PlatformFigures figures;
  private final FleetMigration fleet;
  private final IsolationProver prover;
  private final List<Allowance> plans;

  OverviewService(
      PlatformFigures figures, FleetMigration fleet, IsolationProver prover, PlanLimits limits) {
    this.figures = figures;
    this.fleet = fleet;
    this.prover = prover;
    this.plans = Arrays.stream(Plan.values()).map(plan -> allowance(plan, limits)).toList();
  }

  private static Allowance allowance(Plan plan, PlanLimits limits) {
    return new Allowance(plan.code(), limits.maxUsers(plan), limits.storageBytes(plan));
  }

  Uni<Overview> now() {
    return Uni.combine()
        .all()
        .unis(
            figures.groups().map(TenantCounts::of),
            figures.days(DAYS),
            figures.busiest(MOST),
            figures.nearQuota(plans, NEAR_PERCENT, MOST),
            figures.failedProvisioning(MOST),
            migrations())
        // The registry has few connections, and requests of tenants need them.
        .usingConcurrencyOf(2)
        .with(
            (tenants, days, busiest, nearQuota, failed, migrations) ->
                new Overview(
                    Instant.now(), tenants, days, busiest, nearQuota, failed, migrations, proof()));
  }

  private Uni<Overview.Fleet> migrations() {
    return fleet
        .target()
        .flatMap(target -> figures.fleet(target).map(found -> Overview.Fleet.of(target, found)));
  }

  private Overview.@Nullable Proof proof() {
    return prover.lastReport().<Overview.@Nullable Proof>map(Overview.Proof::of).orElse(null);
  }
}
