package io.aegisx.tenancy.trail;

import io.aegisx.tenancy.registry.AuditLog;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Checks that nothing in the trail was changed or removed, in the registry and in every tenant. */
@ApplicationScoped
public class ChainCheck {

  private final AuditLog log;
  private final TenantTrail trail;
  private final TenantRepository tenants;
  private final Vertx vertx;

  ChainCheck(AuditLog log, TenantTrail trail, TenantRepository tenants, Vertx vertx) {
    this.log = log;
    this.trail = trail;
    this.tenants = tenants;
    this.vertx = vertx;
  }

  /**
   * What a check has shown.
   *
   * @param extent how much there is in the registry, in words
   * @param tenants how many tenants were asked
   * @param faults what was changed or removed, a line each
   * @param unanswered which tenants could not be asked, a line each
   */
  public record Result(String extent, int tenants, List<String> faults, List<String> unanswered) {}

  /** Checks everything; tenants one after the other. */
  public Uni<Result> run() {
    return log.extent()
        .flatMap(extent -> log.faults().flatMap(faults -> inTenants(new Findings(extent, faults))));
  }

  private Uni<Result> inTenants(Findings findings) {
    return tenants
        .forEachActive(tenant -> inTenant(tenant, findings))
        .map(done -> findings.result());
  }

  private Uni<Void> inTenant(Tenant tenant, Findings findings) {
    return TenantContext.within(vertx, tenant, trail::faults)
        .invoke(findings::answered)
        .onFailure()
        .invoke(failure -> findings.unanswered(tenant, failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /** What is found as the check goes on. */
  private static final class Findings {
    private final String extent;
    private final List<String> faults = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private int asked;

    Findings(String extent, String faults) {
      this.extent = extent;
      add(faults);
    }

    void answered(String lines) {
      asked++;
      add(lines);
    }

    void add(String lines) {
      lines.lines().forEach(faults::add);
    }

    void unanswered(Tenant tenant, Throwable failure) {
      unanswered.add("tenant " + tenant.id() + " could not be asked: " + reason(failure));
    }

    /** What the database said, without the statement that we sent. */
    private static String reason(Throwable failure) {
      Throwable cause = failure.getCause();
      return cause == null ? String.valueOf(failure.getMessage()) : reason(cause);
    }

    Result result() {
      return new Result(extent, asked, List.copyOf(faults), List.copyOf(unanswered));
    }
  }
}
