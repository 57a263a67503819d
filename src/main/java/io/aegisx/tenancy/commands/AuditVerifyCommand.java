package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.trail.ChainCheck;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks the hash chains of the whole audit trail, and prints every fault. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks that nothing in the audit trail was changed or removed.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:Nothing was changed or removed",
      "1:Something was",
      "3:A tenant could not be asked",
      "78:A setting is missing or wrong"
    })
class AuditVerifyCommand implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int BROKEN = 1;
  private static final int INCONCLUSIVE = 3;

  private final ChainCheck check;
  private final BlockingDoor blocking;

  AuditVerifyCommand(ChainCheck check, BlockingDoor blocking) {
    this.check = check;
    this.blocking = blocking;
  }

  @Override
  public Integer call() {
    ChainCheck.Result result = blocking.commandWaits(check.run(), LONGEST_WAIT);
    result.faults().forEach(System.out::println);
    result.unanswered().forEach(System.out::println);
    System.out.printf(
        "Control plane: %s; inside %d tenants; %d faults, %d tenants not asked.%n",
        result.extent(), result.tenants(), result.faults().size(), result.unanswered().size());
    if (!result.faults().isEmpty()) {
      return BROKEN;
    }
    return result.unanswered().isEmpty() ? 0 : INCONCLUSIVE;
  }
}
