package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.prover.IsolationProver;
import io.aegisx.tenancy.prover.Report;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Proves once that tenants are kept apart, and prints what an auditor wants to read. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = "Proves that tenants are kept apart.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:Tenants are kept apart",
      "1:They are not",
      "3:It could not be told: something did not answer",
      "78:A setting is missing or wrong"
    })
class ProveCommand implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final IsolationProver prover;
  private final BlockingDoor blocking;

  ProveCommand(IsolationProver prover, BlockingDoor blocking) {
    this.prover = prover;
    this.blocking = blocking;
  }

  @Override
  public Integer call() {
    Report report = blocking.commandWaits(prover.prove(), LONGEST_WAIT);
    System.out.println(ReportText.of(report));
    return switch (report.verdict()) {
      case ISOLATED -> 0;
      case BROKEN -> 1;
      case INCONCLUSIVE -> 3;
    };
  }
}
