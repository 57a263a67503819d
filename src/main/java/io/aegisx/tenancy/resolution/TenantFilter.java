package io.aegisx.tenancy.resolution;

import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.tenant.TenantContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Decides the tenant of every request, before authentication, and binds it to its context. */
@ApplicationScoped
public class TenantFilter {

  /** After CORS (300), before authentication (200). */
  private static final int PRIORITY = 250;

  private final TenantResolver resolver;

  TenantFilter(TenantResolver resolver) {
    this.resolver = resolver;
  }

  void register(@Observes Filters filters) {
    filters.register(this::resolve, PRIORITY);
  }

  private void resolve(RoutingContext request) {
    if (PlatformPaths.isPlatform(request.normalizedPath())) {
      request.next();
      return;
    }
    // A cache must not take one tenant's or one person's answer for another's, whatever its tag.
    request
        .response()
        .putHeader("Vary", "Authorization, " + HeaderSource.HEADER)
        .putHeader("Cache-Control", "private, no-cache");
    resolver
        .resolve(TenantRequest.of(request))
        .subscribe()
        .with(resolution -> goOn(request, resolution), request::fail);
  }

  private static void goOn(RoutingContext request, TenantResolution resolution) {
    request.put(TenantResolution.class.getName(), resolution);
    if (resolution instanceof TenantResolution.Rejected rejected) {
      request.fail(new ProblemException(rejected.code(), rejected.detail()));
      return;
    }
    resolution.resolved().ifPresent(TenantContext::bind);
    request.next();
  }
}
