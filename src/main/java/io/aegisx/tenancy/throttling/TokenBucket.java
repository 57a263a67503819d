package io.aegisx.tenancy.throttling;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;

/** A bucket of tokens that fills steadily; its size and pace can change while it is in use. */
final class TokenBucket {

  /** Paces below one token a second are kept exactly, too. */
  private static final int SECONDS = 60;

  private final Bucket bucket;

  /**
   * Makes a full bucket.
   *
   * @param perSecond tokens that it gains, more than 0
   * @param size tokens that it holds at most, 1 or more
   */
  TokenBucket(double perSecond, double size, TimeMeter clock) {
    this.bucket =
        Bucket.builder()
            .addLimit(bandwidth(perSecond, size))
            .withCustomTimePrecision(clock)
            .build();
  }

  /** Takes a token if there is one, and tells what is left, or how long to wait for one. */
  ConsumptionProbe take() {
    return bucket.tryConsumeAndReturnRemaining(1);
  }

  /** How many tokens there are. */
  long left() {
    return bucket.getAvailableTokens();
  }

  /** Fills at another pace, to another size, from now on; it stays as full as it was. */
  void change(double perSecond, double size) {
    bucket.replaceConfiguration(
        BucketConfiguration.builder().addLimit(bandwidth(perSecond, size)).build(),
        TokensInheritanceStrategy.PROPORTIONALLY);
  }

  private static Bandwidth bandwidth(double perSecond, double size) {
    return Bandwidth.builder()
        .capacity(Math.max(1, Math.round(size)))
        .refillGreedy(Math.max(1, Math.round(perSecond * SECONDS)), Duration.ofSeconds(SECONDS))
        .build();
  }
}
