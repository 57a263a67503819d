package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.prover.probe.LoopbackClient.Answer;
import io.aegisx.tenancy.prover.probe.LoopbackClient.Question;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request among canaries and what must come of it.
 *
 * @param foreign the canaries whose rows must not show
 * @param fault what is wrong with an answer that shows none of them, if anything is
 */
record HttpTrial(
    Check check,
    String what,
    Question question,
    List<Canary> foreign,
    Function<Answer, Optional<String>> fault) {

  /** Must be refused with an error code. */
  static HttpTrial refused(
      Check check, String what, Question question, List<Canary> foreign, String code) {
    return new HttpTrial(
        check,
        what,
        question,
        foreign,
        answer ->
            answer.hasCode(code)
                ? Optional.empty()
                : Optional.of("answered " + answer.status() + " instead of " + code));
  }

  /** Must answer 200 and show a text so many times. */
  static HttpTrial shows(
      Check check, String what, Question question, List<Canary> foreign, String text) {
    return new HttpTrial(
        check,
        what,
        question,
        foreign,
        answer ->
            answer.status() == 200 && answer.body().contains(text)
                ? Optional.empty()
                : Optional.of("answered " + answer.status() + " without its own row"));
  }

  Trial judge(Answer answer) {
    Optional<Canary> shown =
        foreign.stream().filter(other -> answer.body().contains(other.marker())).findFirst();
    if (shown.isPresent()) {
      return Trial.broken(check, what, "shows a row of " + shown.get().subdomain());
    }
    if (answer.isOutage()) {
      return Trial.inconclusive(check, what, "answered " + answer.status());
    }
    return fault
        .apply(answer)
        .map(detail -> Trial.broken(check, what, detail))
        .orElseGet(() -> Trial.held(check, what));
  }
}
