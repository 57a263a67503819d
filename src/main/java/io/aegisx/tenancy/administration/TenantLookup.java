package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.access.TenantEntries;
import io.aegisx.tenancy.access.TenantPolicy;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the tenant that a route of the control plane names, for those who may administer it. */
@ApplicationScoped
public class TenantLookup {

  private final Caller caller;
  private final TenantRepository registry;
  private final TenantEntries entries;
  private final RoutingContext request;

  TenantLookup(
      Caller caller, TenantRepository registry, TenantEntries entries, RoutingContext request) {
    this.caller = caller;
    this.registry = registry;
    this.entries = entries;
    this.request = request;
  }

  /**
   * The tenant as it is now.
   *
   * @param name its id or subdomain
   */
  public Uni<Tenant> find(String name) {
    return TenantKey.parse(name)
        .map(registry::find)
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.TENANT_INVALID, "The path must hold a tenant id or a subdomain"))
        .map(found -> found.filter(this::isSeen).orElseThrow(TenantLookup::notFound))
        .call(this::requireMayAdminister);
  }

  /** A deleted tenant is there only for those who can restore or purge it. */
  private boolean isSeen(Tenant tenant) {
    return caller.isSuperAdmin() || tenant.status() != TenantStatus.DELETED;
  }

  private static ProblemException notFound() {
    return new ProblemException(ErrorCode.TENANT_NOT_FOUND, "There is no such tenant");
  }

  /**
   * The policy has seen to this for a tenant named by the path; here for whatever was looked up.
   */
  private Uni<Void> requireMayAdminister(Tenant tenant) {
    return refusal(tenant)
        .map(refusal -> entries.recordRefusal(request, tenant, refusal))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Optional<ProblemException> refusal(Tenant tenant) {
    if (caller.isSuperAdmin()) {
      return Optional.empty();
    }
    return caller.mayEnter(tenant)
        ? TenantPolicy.notServed(tenant)
        : Optional.of(
            new ProblemException(
                ErrorCode.TENANT_ACCESS_DENIED, "Your token is not for this tenant"));
  }
}
