package io.aegisx.tenancy.prover;

import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What alerts are made of: trials by check and outcome of the last proof, and its time. */
@ApplicationScoped
class ProofMetrics {

  private final MeterRegistry meters;
  private final IsolationProver prover;

  ProofMetrics(MeterRegistry meters, IsolationProver prover) {
    this.meters = meters;
    this.prover = prover;
  }

  void register(@Observes StartupEvent event) {
    for (Check check : Check.values()) {
      for (Outcome outcome : Outcome.values()) {
        Gauge.builder("tenancy.isolation.trials", this, all -> all.count(check, outcome))
            .tag("check", check.name().toLowerCase(java.util.Locale.ROOT))
            .tag("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
            .description("Trials of the last isolation proof")
            .register(meters);
      }
    }
    Gauge.builder("tenancy.isolation.proved.timestamp", this, ProofMetrics::provedAt)
        .baseUnit("seconds")
        .description("When the last isolation proof ended, seconds since 1970; 0 before the first")
        .register(meters);
  }

  private double count(Check check, Outcome outcome) {
    return prover.lastReport().stream()
        .flatMap(report -> report.checks().stream())
        .filter(summary -> summary.check() == check)
        .mapToInt(summary -> summary.count(outcome))
        .sum();
  }

  private double provedAt() {
    return prover.lastReport().map(report -> report.finishedAt().getEpochSecond()).orElse(0L);
  }
}
