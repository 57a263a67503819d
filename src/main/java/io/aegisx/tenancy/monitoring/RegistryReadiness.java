package io.aegisx.tenancy.monitoring;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.startup.ServiceStart;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the registry answers and the database is prepared. A sample of tenants' storages is
 * tried and counted in the data; one tenant's outage does not take the service from the others.
 */
@Readiness
@ApplicationScoped
public class RegistryReadiness implements AsyncHealthCheck {

  private static final String NAME = "tenancy";

  private final ServiceStart start;
  private final TenantRepository registry;
  private final TenantData data;
  private final Vertx vertx;
  private final MonitoringSettings settings;

  RegistryReadiness(
      ServiceStart start,
      TenantRepository registry,
      TenantData data,
      Vertx vertx,
      MonitoringSettings settings) {
    this.start = start;
    this.registry = registry;
    this.data = data;
    this.vertx = vertx;
    this.settings = settings;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return registry
        .sample(settings.readinessSample())
        .ifNoItem()
        .after(settings.readinessTimeout())
        .fail()
        .flatMap(this::tryAll)
        .map(this::answer)
        .onFailure()
        .recoverWithItem(failure -> down("the registry cannot be reached"));
  }

  private Uni<Sample> tryAll(List<Tenant> tenants) {
    return tenants.isEmpty()
        ? Uni.createFrom().item(new Sample(0, 0))
        : Uni.join()
            .all(tenants.stream().map(this::isReachable).toList())
            .andCollectFailures()
            .map(all -> new Sample(all.size(), all.stream().filter(one -> one).count()));
  }

  private Uni<Boolean> isReachable(Tenant tenant) {
    return TenantContext.within(
            vertx, tenant, () -> data.read(() -> data.text("SELECT 'reachable'", Map.of())))
        .replaceWith(true)
        .ifNoItem()
        .after(settings.readinessTimeout())
        .fail()
        .onFailure()
        .recoverWithItem(false);
  }

  private HealthCheckResponse answer(Sample sample) {
    if (!start.isComplete()) {
      return down("the database is not prepared");
    }
    boolean anyOrNone = sample.tried() == 0 || sample.reachable() > 0;
    return HealthCheckResponse.named(NAME)
        .status(anyOrNone)
        .withData("migrations", "done")
        .withData("tenantStoragesTried", sample.tried())
        .withData("tenantStoragesReachable", sample.reachable())
        .build();
  }

  private static HealthCheckResponse down(String reason) {
    return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
  }

  /** How many storages were tried, and how many answered. */
  private record Sample(long tried, long reachable) {}
}
