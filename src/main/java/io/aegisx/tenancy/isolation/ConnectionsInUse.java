package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, per tenant, the connections that are in use at this moment. */
@ApplicationScoped
public class ConnectionsInUse {

  private final Map<TenantId, AtomicInteger> counts = new ConcurrentHashMap<>();

  /** The connections that a tenant's requests hold now. */
  public int of(TenantId tenant) {
    AtomicInteger count = counts.get(tenant);
    return count == null ? 0 : count.get();
  }

  /** The connections that all tenants' requests hold now. */
  public int total() {
    return counts.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  void taken(TenantId tenant) {
    counts.compute(
        tenant,
        (id, count) -> {
          AtomicInteger counter = count == null ? new AtomicInteger() : count;
          counter.incrementAndGet();
          return counter;
        });
  }

  void givenBack(TenantId tenant) {
    counts.computeIfPresent(tenant, (id, count) -> count.decrementAndGet() <= 0 ? null : count);
  }
}
