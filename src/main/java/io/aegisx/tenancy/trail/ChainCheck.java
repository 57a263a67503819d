package io.aegisx.tenancy.trail;

import io.aegisx.tenancy.registry.AuditLog;
import io.aegisx.tenancy.registry.TenantQuery;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks that nothing in the trail was changed or removed, in the registry and in every tenant. */
@ApplicationScoped
public class ChainCheck {

  private static final int TENANTS_AT_ONCE = 200;

  private static final TenantQuery ACTIVE =
      new TenantQuery(
          Optional.of(TenantStatus.ACTIVE), Optional.empty(), Optional.empty(), Optional.empty());

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
    return Multi.createBy()
        .repeating()
        .uni(() -> tenants.list(ACTIVE, findings.last(), TENANTS_AT_ONCE).invoke(findings::passed))
        .whilst(page -> page.size() == TENANTS_AT_ONCE)
        .onItem()
        .<Tenant>disjoint()
        .onItem()
        .transformToUniAndConcatenate(tenant -> inTenant(tenant, findings))
        .collect()
        .last()
        .map(done -> findings.result());
  }

  private Uni<Findings> inTenant(Tenant tenant, Findings findings) {
    return TenantContext.within(vertx, tenant, trail::faults)
        .invoke(findings::add)
        .onFailure()
        .invoke(failure -> findings.unanswered(tenant, failure))
        .onFailure()
        .recoverWithNull()
        .replaceWith(findings);
  }

  /** What is found as the check goes on. */
  private static final class Findings {
    private final String extent;
    private final List<String> faults = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private Optional<UUID> last = Optional.empty();
    private int asked;

    Findings(String extent, String faults) {
      this.extent = extent;
      add(faults);
    }

    Optional<UUID> last() {
      return last;
    }

    void passed(List<Tenant> page) {
      asked += page.size();
      last = page.stream().reduce((one, next) -> next).map(tenant -> tenant.id().value());
    }

    void add(String lines) {
      lines.lines().forEach(faults::add);
    }

    void unanswered(Tenant tenant, Throwable failure) {
      unanswered.add("tenant " + tenant.id() + " could not be asked: " + failure.getMessage());
    }

    Result result() {
      return new Result(extent, asked, List.copyOf(faults), List.copyOf(unanswered));
    }
  }
}
