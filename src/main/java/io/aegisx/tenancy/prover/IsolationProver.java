package io.aegisx.tenancy.prover;

import io.aegisx.tenancy.access.token.CanaryIssuer;
import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.prover.trial.Outcome;
import io.aegisx.tenancy.prover.trial.Probe;
import io.aegisx.tenancy.prover.trial.Trial;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Proves that tenants are kept apart, by trying everything that would show that they are not. */
@ApplicationScoped
public class IsolationProver {

  private static final Logger LOG = Logger.getLogger(IsolationProver.class);

  private final CanaryTenants canaries;
  private final CanaryIssuer issuer;
  private final BlockingDoor blocking;
  private final List<Probe> probes;
  private volatile @Nullable Report last;

  IsolationProver(
      CanaryTenants canaries, CanaryIssuer issuer, BlockingDoor blocking, @All List<Probe> probes) {
    this.canaries = canaries;
    this.issuer = issuer;
    this.blocking = blocking;
    this.probes = probes;
  }

  /** Tries everything once. Takes about a second, and does not fail. */
  public Uni<Report> prove() {
    Instant startedAt = Instant.now();
    return prepareKey()
        .flatMap(ready -> canaries.ensure())
        .flatMap(all -> report(startedAt, all))
        .invoke(this::keep);
  }

  /** What the last proof has shown, if there was one. */
  public Optional<Report> lastReport() {
    return Optional.ofNullable(last);
  }

  private Uni<CanaryIssuer> prepareKey() {
    return blocking.run(
        () -> {
          issuer.prepare();
          return issuer;
        });
  }

  private Uni<Report> report(Instant startedAt, List<Canary> all) {
    return Multi.createFrom()
        .iterable(probes)
        .onItem()
        .transformToUniAndConcatenate(probe -> probe.run(all))
        .onItem()
        .disjoint()
        .map(Trial.class::cast)
        .collect()
        .asList()
        .map(trials -> Report.of(startedAt, all, trials));
  }

  private void keep(Report report) {
    last = report;
    List<Trial> broken =
        report.findings().stream().filter(trial -> trial.outcome() == Outcome.BROKEN).toList();
    if (!broken.isEmpty()) {
      Trial first = broken.get(0);
      LOG.errorf(
          "Isolation is broken, %d findings; the first: %s: %s. All of them: GET /isolation",
          broken.size(), first.what(), first.detail());
    }
  }
}
