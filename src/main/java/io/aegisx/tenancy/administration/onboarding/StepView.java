package io.aegisx.tenancy.administration.onboarding;

import io.aegisx.tenancy.registry.onboarding.ProvisioningStep;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of provisioning. */
@RegisterForReflection
@Schema(name = "ProvisioningStep")
public record StepView(
    @Schema(required = true) String name,
    @Schema(required = true) Progress status,
    @Schema(required = true) int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String lastError) {

  static StepView of(ProvisioningStep step, boolean atWork) {
    return new StepView(
        step.name(),
        status(step, atWork),
        step.attempts(),
        step.startedAt(),
        step.finishedAt(),
        step.lastError());
  }

  private static Progress status(ProvisioningStep step, boolean atWork) {
    if (step.isDone()) {
      return Progress.DONE;
    }
    if (step.lastError() != null) {
      return Progress.FAILED;
    }
    return atWork && step.startedAt() != null ? Progress.RUNNING : Progress.PENDING;
  }
}
