package io.aegisx.tenancy.throttling;

import io.aegisx.tenancy.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the other replicas have said that tenants ask of them, and the part of a tenant's rate that
 * is left to this one.
 */
@ApplicationScoped
class ReplicaDemands {

  /** The part of a rate, divided by the replicas, that a demand below need not be told. */
  static final double NOTEWORTHY = 0.1;

  /** The part of an even share that a replica keeps whatever the others ask. */
  private static final double FLOOR = 0.1;

  /** A replica that has been silent for so long is gone. */
  private static final long LONGEST_SILENCE_NANOS = 5_000_000_000L;

  private final Map<String, Heard> others = new ConcurrentHashMap<>();

  /** Takes note of what another replica has announced. */
  void heard(Announcement announcement, long nowNanos) {
    others.put(
        announcement.replica(),
        new Heard(
            nowNanos,
            announcement.demands().stream()
                .collect(Collectors.toMap(Demand::tenant, Demand::perSecond, Long::sum))));
  }

  void forgetSilent(long nowNanos) {
    others.values().removeIf(heard -> nowNanos - heard.atNanos > LONGEST_SILENCE_NANOS);
  }

  /** How many replicas there are, this one included. */
  int count() {
    return others.size() + 1;
  }

  /**
   * The part of a tenant's rate that this replica may use, up to 1. While all together ask for no
   * more than the rate it is what the others leave; beyond that it is this one's part of the
   * demand. The two meet where the demand is the rate.
   *
   * @param own what the tenant asks of this replica, a second
   * @param rate what it may ask of all, a second
   */
  double shareOf(TenantId tenant, double own, int rate) {
    if (others.isEmpty()) {
      return 1;
    }
    long elsewhere = elsewhere(tenant);
    double share =
        own + elsewhere <= rate ? 1 - (double) elsewhere / rate : own / (own + elsewhere);
    return Math.max(share, FLOOR / count());
  }

  private long elsewhere(TenantId tenant) {
    long sum = 0;
    for (Heard heard : others.values()) {
      sum += heard.demands.getOrDefault(tenant, 0L);
    }
    return sum;
  }

  private record Heard(long atNanos, Map<TenantId, Long> demands) {}
}
