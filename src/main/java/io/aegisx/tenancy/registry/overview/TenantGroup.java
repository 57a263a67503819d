package io.aegisx.tenancy.registry.overview;

import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.TenantStatus;

/** How many tenants are alike. */
public record TenantGroup(TenantStatus status, Plan plan, Isolation isolation, long tenants) {}
