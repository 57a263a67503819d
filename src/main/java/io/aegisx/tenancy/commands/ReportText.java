package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.prover.Report;
import io.aegisx.tenancy.prover.trial.Outcome;
import io.aegisx.tenancy.prover.trial.Trial;
import java.time.Duration;
import java.util.stream.Collectors;

/** Writes a proof for people. */
final class ReportText {

  private static final String ROW = "  %-78s %6s %6s %6s %6s%n";

  private ReportText() {}

  static String of(Report report) {
    return head(report) + table(report) + findings(report) + verdict(report);
  }

  private static String head(Report report) {
    Duration took = Duration.between(report.startedAt(), report.finishedAt());
    return """
        AegisX Tenancy: proof of isolation
        made %s, in %d ms, among the tenants %s

        """
        .formatted(report.startedAt(), took.toMillis(), String.join(", ", report.canaries()));
  }

  private static String table(Report report) {
    return ROW.formatted("What is tried", "trials", "held", "broken", "open")
        + report.checks().stream()
            .map(
                check ->
                    ROW.formatted(
                        check.claim(),
                        check.trials(),
                        check.held(),
                        check.broken(),
                        check.inconclusive()))
            .collect(Collectors.joining());
  }

  private static String findings(Report report) {
    return report.findings().isEmpty()
        ? ""
        : report.findings().stream()
            .map(ReportText::finding)
            .collect(Collectors.joining("\n", "\nFindings\n", "\n"));
  }

  private static String finding(Trial trial) {
    String outcome = trial.outcome() == Outcome.BROKEN ? "broken" : "open";
    return "  %-6s  %s: %s".formatted(outcome, trial.what(), trial.detail());
  }

  private static String verdict(Report report) {
    return switch (report.verdict()) {
      case ISOLATED -> "\nVerdict: tenants are kept apart.";
      case BROKEN -> "\nVerdict: tenants are NOT kept apart.";
      case INCONCLUSIVE -> "\nVerdict: it could not be told; what is open has to be looked at.";
    };
  }
}
