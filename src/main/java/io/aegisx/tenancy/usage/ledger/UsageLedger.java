package io.aegisx.tenancy.usage.ledger;

import io.aegisx.tenancy.isolation.WorkMeter;
import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts, in memory, what tenants use; the platform's canaries use nothing. */
@ApplicationScoped
public class UsageLedger implements WorkMeter {

  /** Far longer than any request: nobody holds a counter that is forgotten after it. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);

  private final Map<TenantId, UsageCounter> counters = new ConcurrentHashMap<>();
  private final long mostIdleDrains;

  @Inject
  UsageLedger(LedgerSettings settings) {
    this(settings.flushEvery());
  }

  UsageLedger(Duration drainedEvery) {
    this.mostIdleDrains = Math.max(1, LONGEST_IDLE.dividedBy(drainedEvery));
  }

  @Override
  public Work of(TenantId tenant) {
    return Canaries.isCanary(tenant) ? Work.UNCOUNTED : counter(tenant);
  }

  UsageCounter counter(TenantId tenant) {
    UsageCounter known = counters.get(tenant);
    return known == null ? counters.computeIfAbsent(tenant, id -> new UsageCounter()) : known;
  }

  /** Takes what was counted since it was last taken. Only one thread may do so at a time. */
  Drained drain() {
    Map<TenantId, Usage> used = new HashMap<>();
    Set<TenantId> wrote = new HashSet<>();
    counters.forEach(
        (tenant, counter) -> {
          if (counter.takeWrote()) {
            wrote.add(tenant);
          }
          Usage usage = counter.drain();
          if (!usage.equals(Usage.NONE)) {
            used.put(tenant, usage);
          }
        });
    counters.values().removeIf(counter -> counter.idleDrains() > mostIdleDrains);
    return new Drained(used, wrote);
  }

  /** How many tenants are counted at the moment. */
  int size() {
    return counters.size();
  }

  /**
   * What was taken.
   *
   * @param wrote whose data has changed
   */
  record Drained(Map<TenantId, Usage> used, Set<TenantId> wrote) {}
}
