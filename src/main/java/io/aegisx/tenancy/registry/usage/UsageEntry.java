package io.aegisx.tenancy.registry.usage;

import io.aegisx.tenancy.tenant.TenantId;
import java.time.LocalDate;

/** To whom, and to which UTC day, something that was used is put down. */
public record UsageEntry(TenantId tenant, LocalDate day) {}
