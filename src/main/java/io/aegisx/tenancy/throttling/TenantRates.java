package io.aegisx.tenancy.throttling;

import io.aegisx.tenancy.quota.RateLimits;
import io.aegisx.tenancy.tenant.TenantId;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The buckets of the tenants that have sent anything lately. */
@ApplicationScoped
class TenantRates {

  private final Map<TenantId, TenantRate> rates = new ConcurrentHashMap<>();
  private final ReplicaDemands replicas;

  TenantRates(ReplicaDemands replicas) {
    this.replicas = replicas;
  }

  /** The bucket of a tenant; a new one is full. */
  TenantRate of(TenantId tenant, RateLimits limits) {
    TenantRate known = rates.get(tenant);
    return known == null ? rates.computeIfAbsent(tenant, id -> newRate(id, limits)) : known;
  }

  private TenantRate newRate(TenantId tenant, RateLimits limits) {
    double share = replicas.shareOf(tenant, 0, limits.requestsPerSecond());
    return new TenantRate(limits, share, TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** Ends an interval of one second: shares are those of the demand in it. */
  void tick() {
    rates.forEach(this::tick);
    rates.values().removeIf(TenantRate::isForgettable);
  }

  private void tick(TenantId tenant, TenantRate rate) {
    rate.tick();
    rate.share(replicas.shareOf(tenant, rate.demand(), rate.limits().requestsPerSecond()));
  }

  /**
   * What other replicas have to know: the demand for tenants that use a good part of their rate.
   */
  List<Demand> noteworthy() {
    double part = ReplicaDemands.NOTEWORTHY / replicas.count();
    return rates.entrySet().stream()
        .filter(
            rate -> rate.getValue().demand() > part * rate.getValue().limits().requestsPerSecond())
        .map(rate -> new Demand(rate.getKey(), Math.round(rate.getValue().demand())))
        .sorted()
        .toList();
  }
}
