package io.aegisx.tenancy.registry.onboarding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The removal of a tenant with all that it had.
 *
 * @param reason {@code request}, or {@code retention} if the time was over for which it was kept
 * @param attempts how often a replica took it on
 * @param removed what there was before anything was removed, as JSON; nothing until that is known
 */
public record Purge(
    UUID id,
    UUID tenantId,
    String name,
    String subdomain,
    String isolation,
    String reason,
    String requestedBy,
    Instant requestedAt,
    int attempts,
    @Nullable String lastError,
    @Nullable String removed,
    @Nullable Instant finishedAt) {}
