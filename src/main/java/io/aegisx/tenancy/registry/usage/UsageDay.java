package io.aegisx.tenancy.registry.usage;

import java.time.LocalDate;

/**
 * What a tenant used on one UTC day.
 *
 * @param storageBytes what it stored when that was last measured, on that day or before
 */
public record UsageDay(LocalDate day, Usage usage, long storageBytes) {}
