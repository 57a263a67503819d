package io.aegisx.tenancy.usage;

import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.registry.usage.UsageDay;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a tenant used on one UTC day.
 *
 * @param databaseMillis for how long the database was at work, waiting for a connection excluded
 * @param rows answered or changed by statements
 * @param bytesIn of request bodies
 * @param bytesOut of response bodies
 * @param storageBytes what was stored when that was last measured, on that day or before
 */
@Schema(name = "UsageDay")
public record UsageDayView(
    @Schema(required = true) LocalDate day,
    @Schema(required = true) long requests,
    @Schema(required = true) long errors,
    @Schema(required = true) long refused,
    @Schema(required = true) long databaseMillis,
    @Schema(required = true) long rows,
    @Schema(required = true) long bytesIn,
    @Schema(required = true) long bytesOut,
    @Schema(required = true) long storageBytes) {

  static UsageDayView of(UsageDay day) {
    Usage usage = day.usage();
    return new UsageDayView(
        day.day(),
        usage.requests(),
        usage.errors(),
        usage.refused(),
        TimeUnit.NANOSECONDS.toMillis(usage.databaseNanos()),
        usage.rows(),
        usage.bytesIn(),
        usage.bytesOut(),
        day.storageBytes());
  }
}
