package io.aegisx.tenancy.testing;

import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.TenantSettings;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.aegisx.tenancy.tenant.UuidV7;
import java.time.Instant;
import java.util.Optional;

/** Tenants as values, for tests of what takes one. */
public final class Tenants {

  private Tenants() {}

  /** An active tenant with an id of its own. */
  public static Tenant tenant(String subdomain, Isolation isolation) {
    return new Tenant(
        new TenantId(UuidV7.next()),
        subdomain,
        new Subdomain(subdomain),
        TenantStatus.ACTIVE,
        Plan.BASIC,
        isolation,
        TenantSettings.EMPTY,
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        Optional.empty(),
        Tenant.OLDEST_STORAGE,
        Optional.empty());
  }
}
