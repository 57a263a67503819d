package io.aegisx.tenancy.throttling;

import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;

/**
 * Tells clients what they may still send, in the fields of draft-ietf-httpapi-ratelimit-headers,
 * section 3 and 4: {@code RateLimit-Policy} names the quota and its window in seconds, {@code
 * RateLimit} what remains of it and the seconds until there is more.
 */
final class RateLimitHeaders {

  private static final CharSequence POLICY = "RateLimit-Policy";
  private static final CharSequence STATE = "RateLimit";
  private static final CharSequence RETRY_AFTER = "Retry-After";

  private RateLimitHeaders() {}

  static void state(HttpServerResponse response, Policy policy, long left) {
    state(response, policy, left, 1);
  }

  /** The same on a refusal, with the seconds after which a repeat makes sense, 1 or more. */
  static void refuse(HttpServerResponse response, Policy policy, long left, long nanosToWait) {
    long seconds =
        Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanosToWait + TimeUnit.SECONDS.toNanos(1) - 1));
    state(response, policy, left, seconds);
    response.putHeader(RETRY_AFTER, Long.toString(seconds));
  }

  private static void state(HttpServerResponse response, Policy policy, long left, long seconds) {
    response.putHeader(POLICY, policy.text);
    response.putHeader(STATE, "\"" + policy.name + "\";r=" + left + ";t=" + seconds);
  }

  /** A quota of requests each second. */
  static final class Policy {

    private final String name;
    private final int perSecond;
    private final String text;

    /**
     * Makes one.
     *
     * @param name letters only
     */
    Policy(String name, int perSecond) {
      this.name = name;
      this.perSecond = perSecond;
      this.text = "\"" + name + "\";q=" + perSecond + ";w=1";
    }

    int perSecond() {
      return perSecond;
    }
  }
}
