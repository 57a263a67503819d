package io.aegisx.tenancy.monitoring;

import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.usage.ledger.LedgerFlush;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Watches every request that has a tenant. */
@ApplicationScoped
public class RequestMetrics {

  /** Before the tenant is decided, so that refused requests count, too. */
  private static final int PRIORITY = 260;

  private static final long REVIEW_MILLIS = 10_000;

  private final TenantMetrics metrics;
  private final LedgerFlush ledger;
  private final Vertx vertx;
  private long reviews;

  RequestMetrics(TenantMetrics metrics, LedgerFlush ledger, Vertx vertx) {
    this.metrics = metrics;
    this.ledger = ledger;
    this.vertx = vertx;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, PRIORITY);
  }

  void startReviews(@Observes StartupEvent event) {
    ledger.onFlush(metrics::used);
    reviews = vertx.setPeriodic(REVIEW_MILLIS, fired -> metrics.review());
  }

  void stopReviews(@Observes ShutdownEvent event) {
    vertx.cancelTimer(reviews);
  }

  private void watch(RoutingContext request) {
    request.addEndHandler(ended -> count(request));
    request.next();
  }

  private void count(RoutingContext request) {
    TenantResolution.of(request)
        .resolved()
        .filter(tenant -> !Canaries.isCanary(tenant.id()))
        .ifPresent(tenant -> count(request, tenant));
  }

  private void count(RoutingContext request, Tenant tenant) {
    metrics.answered(
        tenant.id(),
        MethodLabels.of(request.request().method().name()),
        request.response().getStatusCode());
    if (request.user() instanceof QuarkusHttpUser user
        && request.response().getStatusCode() < 400) {
      seen(tenant, user.getSecurityIdentity());
    }
  }

  private void seen(Tenant tenant, SecurityIdentity identity) {
    if (!identity.isAnonymous()) {
      metrics.seen(tenant.id(), identity.getPrincipal().getName());
    }
  }
}
