package io.aegisx.tenancy.provisioning.onboarding;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.provisioning.TenantGoneException;
import io.aegisx.tenancy.registry.TenantDirectory;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.registry.onboarding.ProvisioningRuns;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Runs the steps of a tenant that this process has claimed, and records how each ends. */
@ApplicationScoped
class ProvisioningWorkflow {

  private static final Logger LOG = Logger.getLogger(ProvisioningWorkflow.class);
  private static final int LONGEST_ERROR = 500;

  private final ProvisioningRuns runs;
  private final StepList steps;
  private final TenantRepository registry;
  private final TenantDirectory directory;
  private final ProvisioningSettings settings;
  private final Vertx vertx;

  ProvisioningWorkflow(
      ProvisioningRuns runs,
      StepList steps,
      TenantRepository registry,
      TenantDirectory directory,
      ProvisioningSettings settings,
      Vertx vertx) {
    this.runs = runs;
    this.steps = steps;
    this.registry = registry;
    this.directory = directory;
    this.settings = settings;
    this.vertx = vertx;
  }

  /**
   * Does what is left to do. If a step fails the tenant stays pending, the reason is recorded, and
   * it is taken on again later.
   *
   * @return the active tenant, or what somebody else has made of it meanwhile
   */
  Uni<Tenant> run(Tenant tenant) {
    long heart =
        vertx.setPeriodic(settings.lease().dividedBy(3).toMillis(), beat -> prolong(tenant));
    return runAll(tenant)
        .chain(() -> activate(tenant))
        .invoke(directory::forget)
        .onTermination()
        .invoke(() -> vertx.cancelTimer(heart));
  }

  private void prolong(Tenant tenant) {
    runs.prolong(tenant.id(), settings.lease())
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("Not prolonged: %s", failure.getMessage()));
  }

  private Uni<Void> runAll(Tenant tenant) {
    List<OnboardingStep> all = steps.of(tenant);
    return runs.open(tenant.id(), names(all))
        .onItem()
        .transformToMulti(open -> Multi.createFrom().iterable(all).select().where(in(open)))
        .onItem()
        .transformToUniAndConcatenate(step -> run(tenant, step))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static java.util.function.Predicate<OnboardingStep> in(List<String> open) {
    return step -> open.contains(step.name());
  }

  private static List<String> names(List<OnboardingStep> steps) {
    return Stream.concat(steps.stream().map(OnboardingStep::name), Stream.of(StepList.ACTIVATION))
        .toList();
  }

  private Uni<Void> run(Tenant tenant, OnboardingStep step) {
    return runs.begin(tenant.id(), step.name())
        .chain(() -> step.work().apply(tenant))
        .chain(() -> runs.end(tenant.id(), step.name()))
        .onFailure(failure -> !(failure instanceof TenantGoneException))
        .call(failure -> recordFailure(tenant, step.name(), failure))
        .onFailure()
        .transform(ProvisioningWorkflow::told);
  }

  private static ProblemException told(Throwable failure) {
    return failure instanceof TenantGoneException
        ? gone()
        : new ProblemException(
            ErrorCode.TENANT_NOT_READY,
            "The tenant's storage could not be made; it stays pending, and is tried again");
  }

  private static ProblemException gone() {
    return new ProblemException(ErrorCode.TENANT_NOT_FOUND, "The tenant was deleted meanwhile");
  }

  private Uni<Void> recordFailure(Tenant tenant, String step, Throwable failure) {
    LOG.errorf(failure, "Step %s of tenant %s failed", step, tenant.id());
    String reason = String.valueOf(failure.getMessage());
    return runs.fail(
            tenant.id(),
            step,
            reason.substring(0, Math.min(reason.length(), LONGEST_ERROR)),
            settings.firstPause(),
            settings.longestPause())
        .onFailure()
        .recoverWithNull();
  }

  /** Active, or whatever somebody else has made of it meanwhile. */
  private Uni<Tenant> activate(Tenant tenant) {
    return runs.begin(tenant.id(), StepList.ACTIVATION)
        .chain(() -> runs.finish(tenant.id(), StepList.ACTIVATION))
        .flatMap(
            active ->
                active.isPresent()
                    ? Uni.createFrom().item(active)
                    : registry.find(TenantKey.of(tenant.id())))
        .map(found -> found.filter(now -> now.status() != TenantStatus.DELETED))
        .map(found -> found.orElseThrow(ProvisioningWorkflow::gone));
  }
}
