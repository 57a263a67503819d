package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.quota.RateLimits;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

class TenantRateTest {

  private static final RateLimits LIMITS = new RateLimits(10, 20, 5);

  private final Clock clock = new Clock();
  private final TenantRate rate = new TenantRate(LIMITS, 1, clock);

  @Test
  void aBurstIsLetInAndThenTheRate() {
    assertEquals(20, taken(LIMITS));

    clock.pass(1_000);
    assertEquals(10, taken(LIMITS));

    clock.pass(60_000);
    assertEquals(20, taken(LIMITS));
  }

  @Test
  void whoIsRefusedIsToldForHowLong() {
    taken(LIMITS);

    ConsumptionProbe refused = rate.take(LIMITS);

    assertFalse(refused.isConsumed());
    assertEquals(100_000_000, refused.getNanosToWaitForRefill());
  }

  @Test
  void anotherPlanHoldsFromTheNextRequestOn() {
    taken(LIMITS);

    // As empty as it was, but it fills at the new pace.
    RateLimits more = new RateLimits(1000, 2000, 5);
    assertEquals(0, taken(more));
    clock.pass(1_000);
    assertEquals(1000, taken(more));

    RateLimits less = new RateLimits(1, 1, 5);
    assertEquals(0, taken(less));
    clock.pass(5_000);
    assertEquals(1, taken(less));
  }

  @Test
  void aShareIsAPartOfBoth() {
    rate.share(0.5);
    assertEquals(10, taken(LIMITS));
    clock.pass(1_000);
    assertEquals(5, taken(LIMITS));

    rate.share(0.05);
    clock.pass(2_000);
    assertEquals(1, taken(LIMITS), "half a request a second");
  }

  @Test
  void demandIsThatOfTheLastSecondsRefusedOnesIncluded() {
    for (int second = 0; second < 10; second++) {
      for (int i = 0; i < 100; i++) {
        rate.take(LIMITS);
      }
      rate.leftUntaken();
      rate.tick();
    }

    assertEquals(101, rate.demand(), 0.2);
    assertFalse(rate.isForgettable());
  }

  @Test
  void itIsForgottenOnceNobodyAsksAndItHasFilled() {
    taken(LIMITS);
    rate.tick();
    for (int second = 0; second < 20; second++) {
      rate.tick();
    }
    assertFalse(rate.isForgettable(), "it would be full too early");

    clock.pass(2_000);
    assertTrue(rate.isForgettable());
  }

  private int taken(RateLimits limits) {
    int taken = 0;
    while (rate.take(limits).isConsumed()) {
      taken++;
    }
    return taken;
  }

  /** Stands still unless told. */
  private static final class Clock implements TimeMeter {

    private long nanos = 1_000_000_000L;

    void pass(long millis) {
      nanos += millis * 1_000_000;
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
