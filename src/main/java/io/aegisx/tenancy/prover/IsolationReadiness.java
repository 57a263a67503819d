package io.aegisx.tenancy.prover;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready once a proof has shown that tenants are not kept apart: then better nobody is served. A
 * proof that could not tell says nothing.
 */
@Readiness
@ApplicationScoped
class IsolationReadiness implements AsyncHealthCheck {

  private final IsolationProver prover;

  IsolationReadiness(IsolationProver prover) {
    this.prover = prover;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(() -> prover.lastReport().map(IsolationReadiness::of).orElseGet(() -> notYet()));
  }

  private static HealthCheckResponse of(Report report) {
    return HealthCheckResponse.named("isolation")
        .status(report.verdict() != Report.Verdict.BROKEN)
        .withData("verdict", report.verdict().name().toLowerCase(java.util.Locale.ROOT))
        .withData("provedAt", report.finishedAt().toString())
        .withData("findings", report.findings().size())
        .build();
  }

  private static HealthCheckResponse notYet() {
    return HealthCheckResponse.named("isolation")
        .up()
        .withData("verdict", "not proved yet")
        .build();
  }
}
