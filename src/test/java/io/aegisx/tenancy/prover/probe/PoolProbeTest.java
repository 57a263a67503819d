package io.aegisx.tenancy.prover.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.isolation.budget.Leftovers;
import io.aegisx.tenancy.prover.trial.Outcome;
import io.aegisx.tenancy.prover.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolProbeTest {

  @Test
  void connectionsThatRememberNothingKeepTenantsApart() {
    assertEquals(List.of(Outcome.HELD), outcomes(Leftovers.NONE));
  }

  @Test
  void connectionsThatCouldNotBeAskedLeaveItOpen() {
    assertEquals(
        List.of(Outcome.INCONCLUSIVE), outcomes(new Leftovers(List.of(), List.of("no answer"))));
  }

  @Test
  void whatIsRememberedIsToldEvenIfOthersCouldNotBeAsked() {
    assertEquals(
        List.of(Outcome.BROKEN, Outcome.INCONCLUSIVE),
        outcomes(new Leftovers(List.of("bound to somebody"), List.of("no answer"))));
  }

  private static List<Outcome> outcomes(Leftovers leftovers) {
    return PoolProbe.trials(leftovers).stream().map(Trial::outcome).toList();
  }
}
