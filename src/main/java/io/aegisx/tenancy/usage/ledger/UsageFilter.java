package io.aegisx.tenancy.usage.ledger;

import io.aegisx.tenancy.access.Standing;
import io.aegisx.tenancy.resolution.PathSource;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Counts the requests of those who may enter a tenant; what strangers send is not its cost. */
@ApplicationScoped
public class UsageFilter {

  /** Before the tenant is decided: the end of a request that is refused early is seen, too. */
  private static final int PRIORITY = 256;

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final UsageLedger ledger;

  UsageFilter(UsageLedger ledger) {
    this.ledger = ledger;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, PRIORITY);
  }

  private void watch(RoutingContext request) {
    request.addEndHandler(ended -> count(request));
    request.next();
  }

  private void count(RoutingContext request) {
    Tenant tenant = TenantResolution.of(request).resolved().orElse(null);
    if (tenant != null && !Canaries.isCanary(tenant.id()) && isOfTenant(request)) {
      count(request, ledger.counter(tenant.id()));
    }
  }

  private static boolean isOfTenant(RoutingContext request) {
    return switch (Standing.of(request)) {
      case STRANGER -> false;
      case MEMBER -> true;
      case PLATFORM -> !PathSource.isOfThePlatform(request.normalizedPath());
    };
  }

  private static void count(RoutingContext request, UsageCounter counter) {
    int status = request.response().getStatusCode();
    counter.answered(status, request.request().bytesRead(), request.response().bytesWritten());
    // A request that failed may have written before it did.
    if (!READING.contains(request.request().method().name()) && (status < 400 || status >= 500)) {
      counter.wrote();
    }
  }
}
