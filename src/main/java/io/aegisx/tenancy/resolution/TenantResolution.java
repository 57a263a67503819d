package io.aegisx.tenancy.resolution;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Which tenant a request is for. */
public sealed interface TenantResolution {

  /** This one, whatever its status. */
  record Resolved(Tenant tenant) implements TenantResolution {}

  /** None is named. */
  record None() implements TenantResolution {}

  /** The request cannot be served, whoever sent it. */
  record Rejected(ErrorCode code, String detail) implements TenantResolution {}

  /** The tenant, if there is one. */
  default Optional<Tenant> resolved() {
    return this instanceof Resolved resolved ? Optional.of(resolved.tenant()) : Optional.empty();
  }

  /** What was decided for a request; none before the filter has run. */
  static TenantResolution of(RoutingContext request) {
    TenantResolution decided = request.get(TenantResolution.class.getName());
    return decided == null ? new None() : decided;
  }
}
