package io.aegisx.tenancy.access;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps requests without a served tenant, even a super-admin's, away from tenant data. */
public class TenantPlaneGate {

  private final RoutingContext request;

  TenantPlaneGate(RoutingContext request) {
    this.request = request;
  }

  @TenantPlane
  @ServerRequestFilter
  public void requireServedTenant() {
    Tenant tenant =
        TenantResolution.of(request)
            .resolved()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ErrorCode.TENANT_REQUIRED,
                        "Name a tenant by host, X-Tenant-ID or /tenants/{tenant}/…"));
    TenantPolicy.notServed(tenant)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }
}
