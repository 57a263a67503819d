package io.aegisx.tenancy.features;

import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which features the current tenant has: those of its plan, unless its settings list others.
 */
@ApplicationScoped
public class Features {

  private final PlanLimits limits;

  Features(PlanLimits limits) {
    this.limits = limits;
  }

  /** Whether the current tenant has the feature. One that nobody names, nobody has. */
  public Uni<Boolean> isEnabled(String name) {
    return TenantContext.current().map(tenant -> features(tenant).contains(name));
  }

  /** All features that the plan or the tenant names, in the order of their names. */
  Uni<List<FeatureView>> ofCurrentTenant() {
    return TenantContext.current().map(this::views);
  }

  private List<FeatureView> views(Tenant tenant) {
    String origin = tenant.settings().features() == null ? "plan" : "tenant";
    List<String> enabled = features(tenant);
    return Stream.concat(enabled.stream(), ofPlan(tenant).stream())
        .distinct()
        .sorted()
        .map(name -> new FeatureView(name, enabled.contains(name), origin))
        .toList();
  }

  private List<String> features(Tenant tenant) {
    return orNone(limits.effective(tenant));
  }

  private List<String> ofPlan(Tenant tenant) {
    return orNone(limits.effective(tenant.plan(), TenantSettings.EMPTY));
  }

  private static List<String> orNone(TenantSettings settings) {
    List<String> features = settings.features();
    return features == null ? List.of() : features;
  }
}
