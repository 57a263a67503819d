package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows tenants with what their plan gives them. */
@ApplicationScoped
public class TenantViews {

  private final PlanLimits limits;

  TenantViews(PlanLimits limits) {
    this.limits = limits;
  }

  /** A tenant with the settings that are in force. */
  public TenantView of(Tenant tenant) {
    return new TenantView(
        tenant.id().value(),
        tenant.name(),
        tenant.subdomain().value(),
        tenant.status(),
        tenant.plan(),
        tenant.isolation(),
        limits.effective(tenant),
        tenant.createdAt(),
        tenant.updatedAt());
  }

  Tagged<TenantView> tagged(Tenant tenant) {
    return new Tagged<>(of(tenant), tenant.version());
  }
}
