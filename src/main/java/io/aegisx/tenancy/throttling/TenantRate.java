package io.aegisx.tenancy.throttling;

import io.aegisx.tenancy.quota.RateLimits;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.LongAdder;

/** The bucket of one tenant on this replica, and how much it was asked for. */
final class TenantRate {

  /** Smaller changes of the share are not worth the work. */
  private static final double NOTICEABLE = 0.02;

  private final LongAdder asked = new LongAdder();
  private final TokenBucket bucket;
  private volatile RateLimits limits;
  private volatile double share;
  private volatile double demand;
  private volatile boolean quiet;

  TenantRate(RateLimits limits, double share, TimeMeter clock) {
    this.limits = limits;
    this.share = share;
    this.bucket =
        new TokenBucket(limits.requestsPerSecond() * share, limits.burst() * share, clock);
  }

  /** Takes a token under these limits; a tenant's plan may have changed since the last request. */
  ConsumptionProbe take(RateLimits current) {
    asked.increment();
    if (!current.equals(limits)) {
      change(current, share);
    }
    return bucket.take();
  }

  /** Counts a request that takes no token, and tells how many there are. */
  long leftUntaken() {
    asked.increment();
    return bucket.left();
  }

  /** Tokens a second are limited to this part of the limit, since other replicas serve, too. */
  void share(double part) {
    if (Math.abs(part - share) > NOTICEABLE * share) {
      change(limits, part);
    }
  }

  private synchronized void change(RateLimits current, double part) {
    limits = current;
    share = part;
    bucket.change(current.requestsPerSecond() * part, current.burst() * part);
  }

  /** Ends an interval of one second. Only one thread may do so. */
  void tick() {
    long last = asked.sumThenReset();
    quiet = last == 0 && demand < 0.01;
    demand = quiet ? 0 : (demand + last) / 2;
  }

  /** Requests a second, refused ones included, that mostly the last seconds have seen. */
  double demand() {
    return demand;
  }

  RateLimits limits() {
    return limits;
  }

  /** Whether nothing is lost if this is forgotten: nobody asks, and the bucket has filled. */
  boolean isForgettable() {
    return quiet && bucket.left() >= Math.max(1, Math.round(limits.burst() * share));
  }
}
