package io.aegisx.tenancy.administration.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aegisx.tenancy.prover.Report;
import io.aegisx.tenancy.registry.overview.DayFigures;
import io.aegisx.tenancy.registry.overview.FailedProvisioning;
import io.aegisx.tenancy.registry.overview.FleetFigures;
import io.aegisx.tenancy.registry.overview.QuotaUse;
import io.aegisx.tenancy.registry.overview.TenantTraffic;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the platform does. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Overview(
    @Schema(required = true) Instant at,
    @Schema(required = true) TenantCounts tenants,
    @Schema(required = true, description = "The last 30 UTC days, oldest first")
        List<DayFigures> days,
    @Schema(required = true, description = "Those with the most requests today, 10 at most")
        List<TenantTraffic> busiest,
    @Schema(
            required = true,
            description = "Those that have used 80 % or more of a limit, 10 at most")
        List<QuotaUse> nearQuota,
    @Schema(required = true, description = "Those that could not be made yet, 10 at most")
        List<FailedProvisioning> provisioning,
    @Schema(required = true) Fleet migrations,
    @Nullable @Schema(description = "The last proof of this replica, if there was one")
        Proof isolation) {

  /** How many tenants with tables of their own are up to date. */
  @RegisterForReflection
  @Schema(name = "FleetCounts")
  public record Fleet(
      @Schema(required = true, description = "The version that all are to have") int target,
      @Schema(required = true) long current,
      @Schema(required = true) long behind,
      @Schema(required = true, description = "Of those behind, those that an attempt failed for")
          long failed) {

    static Fleet of(int target, FleetFigures fleet) {
      long behind = fleet.behind(target);
      return new Fleet(target, fleet.tenants() - behind, behind, fleet.failed());
    }
  }

  /** What the last proof of isolation has shown. */
  @RegisterForReflection
  @Schema(name = "LastProof")
  public record Proof(
      @Schema(required = true) Report.Verdict verdict, @Schema(required = true) Instant at) {

    static Proof of(Report report) {
      return new Proof(report.verdict(), report.finishedAt());
    }
  }
}
