package io.aegisx.tenancy.registry.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way of a tenant to active.
 *
 * @param attempts how often it was begun
 * @param startedAt when it was begun last
 * @param finishedAt when it succeeded
 * @param lastError why it failed last, if it did and has not succeeded since
 */
public record ProvisioningStep(
    String name,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String lastError) {

  /** Whether nothing of it is left to do. */
  public boolean isDone() {
    return finishedAt != null;
  }
}
