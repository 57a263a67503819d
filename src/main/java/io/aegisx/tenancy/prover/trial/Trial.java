package io.aegisx.tenancy.prover.trial;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One try to make a tenant see another, and how it ended.
 *
 * @param what was tried, in words
 * @param detail what was seen; empty if the tenants were kept apart
 */
@RegisterForReflection
public record Trial(
    @Schema(required = true) Check check,
    @Schema(required = true) String what,
    @Schema(required = true) Outcome outcome,
    @Schema(required = true) String detail) {

  public static Trial held(Check check, String what) {
    return new Trial(check, what, Outcome.HELD, "");
  }

  public static Trial broken(Check check, String what, String detail) {
    return new Trial(check, what, Outcome.BROKEN, detail);
  }

  public static Trial inconclusive(Check check, String what, String detail) {
    return new Trial(check, what, Outcome.INCONCLUSIVE, detail);
  }
}
