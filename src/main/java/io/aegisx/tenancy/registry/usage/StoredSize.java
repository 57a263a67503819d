package io.aegisx.tenancy.registry.usage;

import java.time.Instant;

/** How many bytes a tenant stored at a time. */
public record StoredSize(long bytes, Instant measuredAt) {}
