package io.aegisx.tenancy.administration.onboarding;

import io.aegisx.tenancy.registry.onboarding.ProvisioningRun;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a tenant has come on its way to active. */
@RegisterForReflection
@Schema(name = "Provisioning")
public record ProvisioningView(
    @Schema(required = true) UUID tenantId,
    @Schema(required = true) Progress status,
    @Schema(required = true, description = "How often a replica took it on") int attempts,
    @Schema(required = true) Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable @Schema(description = "When it is tried again, if it is to be") Instant nextAttemptAt,
    @Nullable String lastError,
    @Schema(required = true, description = "In their order") List<StepView> steps) {

  static ProvisioningView of(Tenant tenant, ProvisioningRun run) {
    boolean waits = !run.isDone() && !run.claimed();
    return new ProvisioningView(
        tenant.id().value(),
        status(run),
        run.attempts(),
        run.startedAt(),
        run.finishedAt(),
        waits ? run.nextAttemptAt() : null,
        run.isDone() ? null : run.lastError(),
        run.steps().stream().map(step -> StepView.of(step, run.claimed())).toList());
  }

  private static Progress status(ProvisioningRun run) {
    if (run.isDone()) {
      return Progress.DONE;
    }
    if (run.claimed()) {
      return Progress.RUNNING;
    }
    return run.lastError() == null ? Progress.PENDING : Progress.FAILED;
  }
}
