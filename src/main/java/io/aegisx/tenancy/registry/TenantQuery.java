package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.TenantStatus;
import java.util.Optional;

/**
 * Which tenants a listing shows. Deleted ones only when asked for by status.
 *
 * @param text a part of the name or subdomain, in any case
 */
public record TenantQuery(
    Optional<TenantStatus> status,
    Optional<Plan> plan,
    Optional<Isolation> isolation,
    Optional<String> text) {

  /** All that are served. */
  static final TenantQuery ACTIVE =
      new TenantQuery(
          Optional.of(TenantStatus.ACTIVE), Optional.empty(), Optional.empty(), Optional.empty());
}
