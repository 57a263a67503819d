package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.aegisx.tenancy.tenant.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Works out a tenant from a request, and recognizes one whose making was broken off. */
@ApplicationScoped
class NewTenants {

  /** After so long without a result, whoever was making a tenant is gone. */
  private static final Duration LONGEST_PROVISIONING = Duration.ofMinutes(1);

  private final AdministrationSettings settings;
  private final PlanLimits limits;
  private final TenantRules rules;
  private final TenantRepository registry;

  NewTenants(
      AdministrationSettings settings,
      PlanLimits limits,
      TenantRules rules,
      TenantRepository registry) {
    this.settings = settings;
    this.limits = limits;
    this.rules = rules;
    this.registry = registry;
  }

  Tenant of(TenantInput input) {
    rules.requireForeignDomain(input.settingsOrDefault());
    return Tenant.pending(
        new TenantId(UuidV7.next()),
        input.name(),
        rules.subdomain(input.subdomain()),
        input.planOrDefault(),
        isolationOf(input),
        input.settingsOrDefault(),
        Optional.empty());
  }

  private Isolation isolationOf(TenantInput input) {
    return Optional.ofNullable(input.isolation())
        .or(() -> limits.isolation(input.planOrDefault()))
        .orElseGet(settings::strategy);
  }

  /** The same tenant, if an earlier request has left it unfinished; else the failure stands. */
  Uni<Tenant> unfinished(Tenant wanted, Throwable failure) {
    boolean duplicate =
        failure instanceof ProblemException problem && problem.code() == ErrorCode.CONFLICT;
    return duplicate
        ? registry
            .find(new TenantKey.Name(wanted.subdomain().value()))
            .map(found -> found.filter(earlier -> isAbandoned(earlier) && isSame(earlier, wanted)))
            .flatMap(
                earlier ->
                    earlier
                        .map(tenant -> Uni.createFrom().item(tenant))
                        .orElseGet(() -> Uni.createFrom().failure(failure)))
        : Uni.createFrom().failure(failure);
  }

  /** Whether nobody is making a pending tenant any more. */
  static boolean isAbandoned(Tenant tenant) {
    return tenant.status() == TenantStatus.PENDING
        && (tenant.provisioningError().isPresent()
            || tenant.updatedAt().isBefore(Instant.now().minus(LONGEST_PROVISIONING)));
  }

  private static boolean isSame(Tenant earlier, Tenant wanted) {
    return earlier.name().equals(wanted.name())
        && earlier.plan() == wanted.plan()
        && earlier.isolation() == wanted.isolation()
        && earlier.settings().equals(wanted.settings());
  }
}
