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
    @Schema(required = true) Quota users,
    @Schema(required = true) Quota storageBytes,
    @Schema(required = true) Requests requests,
    @Nullable Instant measuredAt) {

  /** How much of how much. */
  @Schema(name = "Quota")
  public record Quota(@Schema(required = true) long used, @Schema(required = true) long limit) {}

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
      @Schema(required = true) LocalDate day,
      @Schema(required = true) long today,
      @Schema(required = true) long errors,
      @Schema(required = true) long refused,
      @Schema(required = true) int limitPerSecond,
      @Schema(required = true) int burst,
      @Schema(required = true) int concurrent) {}
}
