package io.aegisx.tenancy.access;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.problem.RouteFailures;
import io.aegisx.tenancy.resolution.PlatformPaths;
import io.aegisx.tenancy.resolution.ResolutionSettings;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Runs for every request after its token was read: the token's tenant must be the request's tenant,
 * and the tenant must be one that is served. Which role a route takes is stated at the route.
 */
@ApplicationScoped
public class TenantPolicy implements HttpSecurityPolicy {

  private static final Logger LOG = Logger.getLogger(TenantPolicy.class);

  /** Answers with a tenant's public profile, so a token of another tenant does no harm. */
  private static final String PUBLIC_PROFILE = "/tenants/current";

  private final String tenantClaim;

  TenantPolicy(ResolutionSettings settings) {
    this.tenantClaim = settings.tenantClaim();
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    if (PlatformPaths.isPlatform(request.normalizedPath())) {
      return CheckResult.permit();
    }
    if (request.request().getHeader("Authorization") == null) {
      // No provider is asked about nobody; routes that need somebody answer 401.
      return Uni.createFrom().item(new CheckResult(true, anonymous()));
    }
    return identity.map(caller -> decide(request, caller));
  }

  private CheckResult decide(RoutingContext request, SecurityIdentity caller) {
    Optional<ProblemException> refusal =
        TenantResolution.of(request).resolved().flatMap(tenant -> refusal(request, caller, tenant));
    refusal.ifPresent(problem -> RouteFailures.refuse(request, problem));
    return new CheckResult(refusal.isEmpty(), caller);
  }

  private Optional<ProblemException> refusal(
      RoutingContext request, SecurityIdentity caller, Tenant tenant) {
    if (caller.isAnonymous()) {
      return Optional.empty();
    }
    if (caller.hasRole(Roles.SUPER_ADMIN)) {
      LOG.infof("%s enters tenant %s as super-admin", subjectOf(caller), tenant.id());
      return Optional.empty();
    }
    if (!namesTenant(caller, tenant)) {
      return request.normalizedPath().equals(PUBLIC_PROFILE)
          ? Optional.empty()
          : refuse(ErrorCode.TENANT_ACCESS_DENIED, "Your token is not for this tenant");
    }
    return notServed(tenant);
  }

  /** Why a tenant is not served, whoever asks. */
  public static Optional<ProblemException> notServed(Tenant tenant) {
    return switch (tenant.status()) {
      case ACTIVE -> Optional.empty();
      case SUSPENDED -> refuse(ErrorCode.TENANT_SUSPENDED, "This tenant is suspended");
      case PENDING -> refuse(ErrorCode.TENANT_NOT_READY, "This tenant is being prepared");
      case DELETED -> refuse(ErrorCode.TENANT_NOT_FOUND, "There is no such tenant");
    };
  }

  private boolean namesTenant(SecurityIdentity caller, Tenant tenant) {
    return caller.getPrincipal() instanceof JsonWebToken token
        && Claims.text(token, tenantClaim).filter(tenant::isNamed).isPresent();
  }

  private static String subjectOf(SecurityIdentity caller) {
    return caller.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : "?";
  }

  private static SecurityIdentity anonymous() {
    return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
  }

  private static Optional<ProblemException> refuse(ErrorCode code, String detail) {
    return Optional.of(new ProblemException(code, detail));
  }
}
