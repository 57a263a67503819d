package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.isolation.TenantPoolCreator;
import io.aegisx.tenancy.isolation.budget.Leftovers;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Probe;
import io.aegisx.tenancy.prover.trial.Trial;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Asks the connections that nobody uses now what they remember of those who used them. */
@ApplicationScoped
class PoolProbe implements Probe {

  private static final String WHAT = "connections that are not in use";

  private final TenantPoolCreator pools;

  PoolProbe(TenantPoolCreator pools) {
    this.pools = pools;
  }

  @Override
  public Uni<List<Trial>> run(List<Canary> canaries) {
    return pools
        .leftovers()
        .map(PoolProbe::trials)
        .onFailure()
        .recoverWithItem(
            failure ->
                List.of(
                    Trial.inconclusive(
                        Check.POOLED_CONNECTIONS, WHAT, String.valueOf(failure.getMessage()))));
  }

  static List<Trial> trials(Leftovers leftovers) {
    return leftovers.equals(Leftovers.NONE)
        ? List.of(Trial.held(Check.POOLED_CONNECTIONS, WHAT))
        : Stream.concat(
                leftovers.remembered().stream()
                    .map(left -> Trial.broken(Check.POOLED_CONNECTIONS, WHAT, left)),
                leftovers.unanswered().stream()
                    .map(why -> Trial.inconclusive(Check.POOLED_CONNECTIONS, WHAT, why)))
            .toList();
  }
}
