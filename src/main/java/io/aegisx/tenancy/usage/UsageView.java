package io.aegisx.tenancy.usage;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant uses, and what it may.
 *
 * @param measuredAt when the storage was measured; null if it was not yet
 */
@Schema(name = "Usage")
public record UsageView(
    Quota users, Quota storageBytes, Requests requests, @Nullable Instant measuredAt) {

  /** How much of how much. */
  @Schema(name = "Quota")
  public record Quota(long used, long limit) {}

  /**
   * The requests of the current UTC day, and how many there may be.
   *
   * @param today all of them, as of some seconds ago
   * @param errors of these, answered by a status of 500 or more
   * @param refused of these, answered by 429
   * @param limitPerSecond in the long run
   * @param burst at once, after a quiet time
   * @param concurrent being served at the same time
   */
  @Schema(name = "RequestUsage")
  public record Requests(
      LocalDate day,
      long today,
      long errors,
      long refused,
      int limitPerSecond,
      int burst,
      int concurrent) {}
}
