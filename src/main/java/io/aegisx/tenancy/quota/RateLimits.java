package io.aegisx.tenancy.quota;

/**
 * How many requests one tenant may send.
 *
 * @param requestsPerSecond in the long run, over all replicas
 * @param burst at once, after a quiet time
 * @param concurrentRequests being served at the same time, by one replica; also its weight against
 *     other tenants when the service is saturated
 */
public record RateLimits(int requestsPerSecond, int burst, int concurrentRequests) {

  static RateLimits of(PlanSettings.Limits plan) {
    return new RateLimits(plan.requestsPerSecond(), plan.burst(), plan.concurrentRequests());
  }
}
