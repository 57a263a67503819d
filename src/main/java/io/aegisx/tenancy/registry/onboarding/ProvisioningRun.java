package io.aegisx.tenancy.registry.onboarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a tenant to active.
 *
 * @param attempts how often a replica took it on
 * @param claimed whether a replica works on it
 * @param nextAttemptAt when it is taken on again if it failed
 * @param lastError why it failed last, if it did
 * @param steps in their order; empty for tenants that were made before steps were recorded
 */
public record ProvisioningRun(
    int attempts,
    boolean claimed,
    Instant nextAttemptAt,
    @Nullable String lastError,
    Instant startedAt,
    @Nullable Instant finishedAt,
    List<ProvisioningStep> steps) {

  /** Whether the tenant became active. */
  public boolean isDone() {
    return finishedAt != null;
  }
}
