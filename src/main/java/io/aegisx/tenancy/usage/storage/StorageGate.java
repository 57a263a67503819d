package io.aegisx.tenancy.usage.storage;

import io.aegisx.tenancy.access.TenantPlane;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses requests that add to a tenant's data while it stores more than it may. Those that read or
 * delete, or give back what they took, go on.
 */
public class StorageGate {

  private static final Set<String> ADDING = Set.of("POST", "PUT", "PATCH");

  /** What only gives back. */
  private static final String CANCELLATION = "/cancel";

  private final RoutingContext request;
  private final StoredSizes sizes;
  private final PlanLimits limits;

  StorageGate(RoutingContext request, StoredSizes sizes, PlanLimits limits) {
    this.request = request;
    this.sizes = sizes;
    this.limits = limits;
  }

  @TenantPlane
  @ServerRequestFilter(priority = Priorities.USER + 10)
  public void requireRoom(ContainerRequestContext context) {
    if (ADDING.contains(context.getMethod())
        && !context.getUriInfo().getPath().endsWith(CANCELLATION)) {
      TenantResolution.of(request).resolved().ifPresent(this::requireRoom);
    }
  }

  private void requireRoom(Tenant tenant) {
    long used = sizes.of(tenant.id());
    long allowed = limits.storageBytes(tenant);
    if (used > allowed) {
      throw new ProblemException(
          ErrorCode.QUOTA_EXCEEDED,
          "storageLimit: " + used + " bytes stored, " + allowed + " allowed");
    }
  }
}
