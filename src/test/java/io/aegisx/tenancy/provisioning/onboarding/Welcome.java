package io.aegisx.tenancy.provisioning.onboarding;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A step that a user's service adds: it leaves a first product, for tenants that want one. */
@ApplicationScoped
public class Welcome {

  /** In the name of tenants that are welcomed. */
  static final String WANTED = "Welcomed";

  private static final String GIFT =
      "INSERT INTO products (id, sku, name, price_cents, currency, stock)"
          + " VALUES (gen_random_uuid(), 'gift', :name, 0, 'EUR', 1) ON CONFLICT DO NOTHING";

  /** The tenants for which the step fails for now. */
  static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

  private final TenantData data;

  Welcome(TenantData data) {
    this.data = data;
  }

  void onboard(@Observes OnboardingSteps steps) {
    steps.add("welcome-gift", this::give);
  }

  private Uni<Void> give(Tenant tenant) {
    if (REFUSED.contains(tenant.subdomain().value())) {
      return Uni.createFrom().failure(new IllegalStateException("The gift is late"));
    }
    return tenant.name().startsWith(WANTED)
        ? data.write(() -> data.execute(GIFT, Map.of("name", "For " + tenant.subdomain().value())))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }
}
