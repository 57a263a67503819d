package io.aegisx.tenancy.prover;

import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Outcome;
import io.aegisx.tenancy.prover.trial.Trial;
import io.aegisx.tenancy.tenant.Canaries;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a proof has shown.
 *
 * @param findings the trials that were not held: what is broken, and what could not be told
 */
@RegisterForReflection
public record Report(
    @Schema(required = true) Verdict verdict,
    @Schema(required = true) Instant startedAt,
    @Schema(required = true) Instant finishedAt,
    @Schema(required = true) List<String> canaries,
    @Schema(required = true) List<Summary> checks,
    @Schema(required = true) List<Trial> findings) {

  /** What all trials together say. */
  public enum Verdict {
    @com.fasterxml.jackson.annotation.JsonProperty("isolated")
    ISOLATED,
    @com.fasterxml.jackson.annotation.JsonProperty("broken")
    BROKEN,
    @com.fasterxml.jackson.annotation.JsonProperty("inconclusive")
    INCONCLUSIVE
  }

  /** How the trials of one check ended. */
  @RegisterForReflection
  public record Summary(
      @Schema(required = true) Check check,
      @Schema(required = true) String claim,
      @Schema(required = true) int trials,
      @Schema(required = true) int held,
      @Schema(required = true) int broken,
      @Schema(required = true) int inconclusive) {

    int count(Outcome outcome) {
      return switch (outcome) {
        case HELD -> held;
        case BROKEN -> broken;
        case INCONCLUSIVE -> inconclusive;
      };
    }
  }

  static Report of(Instant startedAt, List<Canary> canaries, List<Trial> trials) {
    return new Report(
        verdictOf(canaries, trials),
        startedAt,
        Instant.now(),
        canaries.stream().map(Canary::subdomain).toList(),
        Arrays.stream(Check.values()).map(check -> summaryOf(check, trials)).toList(),
        trials.stream().filter(trial -> trial.outcome() != Outcome.HELD).toList());
  }

  private static Verdict verdictOf(List<Canary> canaries, List<Trial> trials) {
    if (count(trials, Outcome.BROKEN) > 0) {
      return Verdict.BROKEN;
    }
    // Where a canary is missing, what it would have been tried with was not tried.
    boolean complete = canaries.size() == Canaries.all().size();
    return complete && count(trials, Outcome.INCONCLUSIVE) == 0
        ? Verdict.ISOLATED
        : Verdict.INCONCLUSIVE;
  }

  private static Summary summaryOf(Check check, List<Trial> all) {
    List<Trial> trials = all.stream().filter(trial -> trial.check() == check).toList();
    return new Summary(
        check,
        check.claim(),
        trials.size(),
        count(trials, Outcome.HELD),
        count(trials, Outcome.BROKEN),
        count(trials, Outcome.INCONCLUSIVE));
  }

  private static int count(List<Trial> trials, Outcome outcome) {
    return (int) trials.stream().filter(trial -> trial.outcome() == outcome).count();
  }
}
