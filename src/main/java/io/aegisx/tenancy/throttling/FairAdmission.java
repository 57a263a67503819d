package io.aegisx.tenancy.throttling;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may have one more request served at the same time.
 *
 * <p>Nobody exceeds its own limit. Until the capacity is reached nothing else counts; from then on
 * only those are admitted that use less than their share of it, by weight among those that have
 * anything in service. So the capacity is exceeded only by what was promised to those that came
 * late. At twice the capacity the share of everyone is one request, which bounds the sum by twice
 * the capacity and one for each tenant.
 *
 * @param <K> what tells tenants apart
 */
final class FairAdmission<K> {

  /** What is said to a request. */
  enum Verdict {
    ADMITTED,
    OVER_ITS_LIMIT,
    OVER_ITS_SHARE
  }

  private final int capacity;
  private final Map<K, Active> active = new HashMap<>();
  private int total;
  private long weights;

  FairAdmission(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Lets one more request in, or not. One that is admitted must {@link #leave}, once.
   *
   * @param weight against others, 1 or more
   * @param limit how many the tenant may have at the same time
   */
  synchronized Verdict enter(K key, int weight, int limit) {
    Active tenant = active.get(key);
    int own = tenant == null ? 0 : tenant.inService;
    if (own >= limit) {
      return Verdict.OVER_ITS_LIMIT;
    }
    if (total >= capacity && own >= share(tenant, weight)) {
      return Verdict.OVER_ITS_SHARE;
    }
    add(key, tenant, weight);
    return Verdict.ADMITTED;
  }

  private int share(@Nullable Active tenant, int weight) {
    if (total >= 2L * capacity) {
      return 1;
    }
    long all = weights - (tenant == null ? 0 : tenant.weight) + weight;
    return (int) Math.max(1, (long) capacity * weight / all);
  }

  private void add(K key, @Nullable Active known, int weight) {
    Active tenant = known == null ? new Active() : known;
    if (known == null) {
      active.put(key, tenant);
    }
    weights += weight - tenant.weight;
    tenant.weight = weight;
    tenant.inService++;
    total++;
  }

  /** A request that was admitted is over. */
  synchronized void leave(K key) {
    Active tenant = active.get(key);
    if (tenant == null) {
      throw new IllegalStateException("Nobody of this tenant is in service");
    }
    total--;
    if (--tenant.inService == 0) {
      weights -= tenant.weight;
      active.remove(key);
    }
  }

  /** How many requests of all tenants are in service. */
  synchronized int total() {
    return total;
  }

  /** How many requests of one tenant are in service. */
  synchronized int of(K key) {
    Active tenant = active.get(key);
    return tenant == null ? 0 : tenant.inService;
  }

  /** A tenant that has something in service, with the weight that it came with last. */
  private static final class Active {
    private int inService;
    private int weight;
  }
}
