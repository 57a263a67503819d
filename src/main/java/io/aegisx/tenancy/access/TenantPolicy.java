package io.aegisx.tenancy.access;

import io.aegisx.tenancy.access.token.CanaryIssuer;
import io.aegisx.tenancy.access.token.TokenCheck;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.resolution.PlatformPaths;
import io.aegisx.tenancy.resolution.ResolutionSettings;
import io.aegisx.tenancy.resolution.TenantResolution;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Runs for every request after its token was read: the token's tenant must be the request's tenant,
 * and the tenant must be one that is served. Which role a route takes is stated at the route.
 */
@ApplicationScoped
public class TenantPolicy implements HttpSecurityPolicy {

  /** Answers with a tenant's public profile, so a token of another tenant does no harm. */
  private static final Set<String> PUBLIC_PROFILE = Set.of("/tenants/current", "/tenants/current/");

  private static final BiConsumer<RoutingContext, Throwable> LEAVE_IT = (request, failure) -> {};

  private final String tenantClaim;
  private final TokenCheck tokens;
  private final TenantEntries entries;

  TenantPolicy(ResolutionSettings settings, TokenCheck tokens, TenantEntries entries) {
    this.tenantClaim = settings.tenantClaim();
    this.tokens = tokens;
    this.entries = entries;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    if (PlatformPaths.isPlatform(request.normalizedPath())) {
      return CheckResult.permit();
    }
    List<String> credentials = request.request().headers().getAll("Authorization");
    // No provider is asked about nobody; routes that need somebody answer 401.
    Uni<SecurityIdentity> caller =
        credentials.isEmpty()
            ? Uni.createFrom().item(anonymous())
            : identify(request, credentials, identity);
    return caller.flatMap(known -> admit(request, known));
  }

  private Uni<SecurityIdentity> identify(
      RoutingContext request, List<String> credentials, Uni<SecurityIdentity> identity) {
    // The framework would answer failures itself, before they could be told apart.
    request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEAVE_IT);
    return tokens.identify(credentials, identity);
  }

  private Uni<CheckResult> admit(RoutingContext request, SecurityIdentity caller) {
    entries.bindOrigin(request, caller);
    CheckResult admitted = new CheckResult(true, caller);
    return TenantResolution.of(request)
        .resolved()
        .map(tenant -> enter(request, caller, tenant).replaceWith(admitted))
        .orElseGet(() -> Uni.createFrom().item(admitted));
  }

  /** Nobody gets in, and nobody who should not is turned away, without a trace. */
  private Uni<Void> enter(RoutingContext request, SecurityIdentity caller, Tenant tenant) {
    if (caller.hasRole(Roles.SUPER_ADMIN)) {
      Standing.PLATFORM.note(request);
      return entries.recordSuperAdmin(request, tenant);
    }
    return refusal(request, caller, tenant)
        .map(refusal -> entries.recordRefusal(request, tenant, refusal))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Optional<ProblemException> refusal(
      RoutingContext request, SecurityIdentity caller, Tenant tenant) {
    if (tenant.status() == TenantStatus.DELETED) {
      // To all others it looks like one that never was.
      return notServed(tenant);
    }
    if (caller.isAnonymous()) {
      return Optional.empty();
    }
    if (!namesTenant(caller, tenant)) {
      return PUBLIC_PROFILE.contains(request.normalizedPath())
          ? Optional.empty()
          : refuse(ErrorCode.TENANT_ACCESS_DENIED, "Your token is not for this tenant");
    }
    Standing.MEMBER.note(request);
    return notServed(tenant);
  }

  /** Why a tenant is not served, whoever asks. */
  public static Optional<ProblemException> notServed(Tenant tenant) {
    return switch (tenant.status()) {
      case ACTIVE ->
          tenant.isUpToDate()
              ? Optional.empty()
              : refuse(ErrorCode.TENANT_NOT_READY, "This tenant is being brought up to date");
      case SUSPENDED -> refuse(ErrorCode.TENANT_SUSPENDED, "This tenant is suspended");
      case PENDING -> refuse(ErrorCode.TENANT_NOT_READY, "This tenant is being prepared");
      case DELETED -> refuse(ErrorCode.TENANT_NOT_FOUND, "There is no such tenant");
    };
  }

  private boolean namesTenant(SecurityIdentity caller, Tenant tenant) {
    return caller.getPrincipal() instanceof JsonWebToken token
        && Claims.text(token, tenantClaim).filter(tenant::isNamed).isPresent()
        && (Canaries.isCanary(tenant.id()) || !isOfCanaryIssuer(caller));
  }

  /** What signs for canaries signs for nobody else, whatever its tokens say. */
  private static boolean isOfCanaryIssuer(SecurityIdentity caller) {
    return CanaryIssuer.ID.equals(caller.getAttribute(RoleAssignment.PROVIDER_ATTRIBUTE));
  }

  private static SecurityIdentity anonymous() {
    return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
  }

  private static Optional<ProblemException> refuse(ErrorCode code, String detail) {
    return Optional.of(new ProblemException(code, detail));
  }
}
