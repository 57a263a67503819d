package io.aegisx.tenancy.throttling;

import io.aegisx.tenancy.access.Standing;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.quota.RateLimits;
import io.aegisx.tenancy.resolution.PathSource;
import io.aegisx.tenancy.resolution.PlatformPaths;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.throttling.RateLimitHeaders.Policy;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only as many requests of each tenant as its plan says. It asks once the token is checked:
 * nobody can use up the rate of a tenant that it does not belong to.
 */
@ApplicationScoped
public class Throttle {

  /** When nothing has been waited for: a client that leaves later is noticed. */
  private static final int ARRIVAL = 255;

  /** Right after authorization (100). */
  private static final int ADMISSION = 90;

  private final PlanLimits plans;
  private final TenantRates rates;
  private final StrangerRates strangers;
  private final FairAdmission<TenantId> admission;
  private final Policy strangerPolicy;
  private final Map<Integer, Policy> policies = new ConcurrentHashMap<>();

  Throttle(
      PlanLimits plans, TenantRates rates, StrangerRates strangers, ThrottlingSettings settings) {
    this.plans = plans;
    this.rates = rates;
    this.strangers = strangers;
    this.admission = new FairAdmission<>(settings.concurrentRequests());
    this.strangerPolicy = new Policy("address", strangers.perSecond());
  }

  void register(@Observes Filters filters) {
    filters.register(Throttle::arrive, ARRIVAL);
    filters.register(this::admit, ADMISSION);
  }

  private static void arrive(RoutingContext request) {
    if (!PlatformPaths.isPlatform(request.normalizedPath())) {
      Ticket.issue(request);
    }
    request.next();
  }

  private void admit(RoutingContext request) {
    Ticket ticket = Ticket.of(request);
    Tenant tenant = TenantResolution.of(request).resolved().orElse(null);
    if (ticket == null || tenant == null || Canaries.isCanary(tenant.id())) {
      request.next();
      return;
    }
    ProblemException refusal = refusal(request, ticket, tenant);
    if (refusal == null) {
      request.next();
    } else {
      request.fail(refusal);
    }
  }

  private @Nullable ProblemException refusal(RoutingContext request, Ticket ticket, Tenant tenant) {
    return switch (Standing.of(request)) {
      case STRANGER -> refusalOfStranger(request);
      case MEMBER -> refusalOf(request, ticket, tenant);
      case PLATFORM ->
          PathSource.isOfThePlatform(request.normalizedPath())
              ? null
              : refusalOf(request, ticket, tenant);
    };
  }

  private @Nullable ProblemException refusalOfStranger(RoutingContext request) {
    SocketAddress address = request.request().remoteAddress();
    ConsumptionProbe probe =
        strangers.take(address == null ? "" : Objects.toString(address.hostAddress(), ""));
    return answer(
        request, strangerPolicy, probe, "from this address without a token of the tenant");
  }

  private @Nullable ProblemException refusalOf(
      RoutingContext request, Ticket ticket, Tenant tenant) {
    RateLimits limits = plans.rates(tenant);
    TenantRate rate = rates.of(tenant.id(), limits);
    Policy policy = policies.computeIfAbsent(limits.requestsPerSecond(), Throttle::policyOfTenants);
    int weight = limits.concurrentRequests();
    FairAdmission.Verdict verdict =
        admission.enter(tenant.id(), weight, limits.concurrentRequests());
    if (verdict != FairAdmission.Verdict.ADMITTED) {
      RateLimitHeaders.refuse(request.response(), policy, rate.leftUntaken(), 0);
      return refused(verdict, limits);
    }
    // From here on it is given back however the request ends, a refusal below included.
    ticket.hold(() -> admission.leave(tenant.id()));
    return answer(request, policy, rate.take(limits), "of this tenant");
  }

  private static Policy policyOfTenants(int perSecond) {
    return new Policy("tenant", perSecond);
  }

  private static @Nullable ProblemException answer(
      RoutingContext request, Policy policy, ConsumptionProbe probe, String whose) {
    if (probe.isConsumed()) {
      RateLimitHeaders.state(request.response(), policy, probe.getRemainingTokens());
      return null;
    }
    RateLimitHeaders.refuse(request.response(), policy, 0, probe.getNanosToWaitForRefill());
    return new ProblemException(
        ErrorCode.RATE_LIMITED,
        "Too many requests " + whose + ": " + policy.perSecond() + " a second allowed");
  }

  private static ProblemException refused(FairAdmission.Verdict verdict, RateLimits limits) {
    return new ProblemException(
        ErrorCode.RATE_LIMITED,
        verdict == FairAdmission.Verdict.OVER_ITS_LIMIT
            ? "Too many requests of this tenant at the same time: "
                + limits.concurrentRequests()
                + " allowed"
            : "The service is busy, and this tenant has its share of it");
  }
}
