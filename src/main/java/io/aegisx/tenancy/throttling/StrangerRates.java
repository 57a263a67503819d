package io.aegisx.tenancy.throttling;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The buckets of addresses that send requests without a token for the tenant that they name, so
 * that they use up nobody's rate but their own. Addresses beyond those that fit share one.
 */
@ApplicationScoped
class StrangerRates {

  static final int MOST_ADDRESSES = 10_000;
  private static final String ALL_OTHERS = "";

  private final int perSecond;
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  @Inject
  StrangerRates(ThrottlingSettings settings) {
    this(settings.strangerRequestsPerSecond());
  }

  StrangerRates(int perSecond) {
    this.perSecond = perSecond;
  }

  ConsumptionProbe take(String address) {
    TokenBucket known = buckets.get(address);
    if (known != null) {
      return known.take();
    }
    String key = buckets.size() < MOST_ADDRESSES ? address : ALL_OTHERS;
    return buckets.computeIfAbsent(key, added -> newBucket()).take();
  }

  private TokenBucket newBucket() {
    return new TokenBucket(perSecond, burst(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** Forgets the addresses whose buckets have filled again. */
  void tick() {
    buckets.values().removeIf(bucket -> bucket.left() >= burst());
  }

  /** How many addresses are remembered. */
  int size() {
    return buckets.size();
  }

  int perSecond() {
    return perSecond;
  }

  private long burst() {
    return 2L * perSecond;
  }
}
