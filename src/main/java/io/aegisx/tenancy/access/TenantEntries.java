package io.aegisx.tenancy.access;

import io.aegisx.tenancy.audit.AuditEvent;
import io.aegisx.tenancy.audit.AuditOrigin;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.problem.RequestId;
import io.aegisx.tenancy.registry.AuditLog;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Records who entered a tenant as the platform's administrator, and who was turned away. */
@ApplicationScoped
public class TenantEntries {

  private static final Logger LOG = Logger.getLogger(TenantEntries.class);

  /** As long as a target may be: what is asked for is the caller's to choose. */
  private static final int LONGEST_TARGET = 200;

  private final AuditLog log;

  TenantEntries(AuditLog log) {
    this.log = log;
  }

  /** Makes the caller the one that everything is recorded of from here on. */
  void bindOrigin(RoutingContext request, SecurityIdentity caller) {
    new AuditOrigin(
            actor(caller),
            Optional.of(RequestId.of(request)),
            Optional.ofNullable(request.request().remoteAddress()).map(SocketAddress::hostAddress))
        .bind();
  }

  private static String actor(SecurityIdentity caller) {
    return caller.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.getSubject()).orElse("unnamed")
        : "anonymous";
  }

  /** Where it cannot be recorded, a super-admin does not get in. */
  Uni<Void> recordSuperAdmin(RoutingContext request, Tenant tenant) {
    return Canaries.isCanary(tenant.id())
        ? Uni.createFrom().voidItem()
        : log.record(tenant.id(), entered(request));
  }

  private static AuditEvent entered(RoutingContext request) {
    return AuditEvent.change(
        "tenant.entered", target(request), Optional.empty(), AccessReason.toRecord(request));
  }

  /** Fails with the refusal, recorded if it is one of somebody else's tenant. */
  public Uni<Void> recordRefusal(RoutingContext request, Tenant tenant, ProblemException refusal) {
    Uni<Void> refused = Uni.createFrom().failure(refusal);
    return refusal.code() != ErrorCode.TENANT_ACCESS_DENIED || Canaries.isCanary(tenant.id())
        ? refused
        : log.record(tenant.id(), AuditEvent.denied("tenant.entered", target(request)))
            .onFailure()
            .invoke(failure -> LOG.errorf("A refusal could not be recorded: %s", failure))
            .onFailure()
            .recoverWithNull()
            .chain(() -> refused);
  }

  private static String target(RoutingContext request) {
    String text = request.request().method() + " " + request.normalizedPath();
    return text.substring(0, Math.min(text.length(), LONGEST_TARGET));
  }
}
