package io.aegisx.tenancy.provisioning.onboarding;

import io.aegisx.tenancy.blocking.Uncancelled;
import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.registry.onboarding.ProvisioningRun;
import io.aegisx.tenancy.registry.onboarding.ProvisioningRuns;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Takes a pending tenant to active at once, for someone who waits for it. */
@ApplicationScoped
public class Provisioner {

  private static final Duration POLL = Duration.ofMillis(100);

  private final ProvisioningRuns runs;
  private final ProvisioningWorkflow workflow;
  private final TenantRepository registry;
  private final ProvisioningSettings settings;
  private final Duration longestWait;

  Provisioner(
      ProvisioningRuns runs,
      ProvisioningWorkflow workflow,
      TenantRepository registry,
      ProvisioningSettings settings,
      DatabaseSettings database) {
    this.runs = runs;
    this.workflow = workflow;
    this.registry = registry;
    this.settings = settings;
    this.longestWait = database.timeout();
  }

  /**
   * Makes the tenant's storage and sets it active, or waits for whoever is doing that. If it fails
   * it stays pending, the reason is recorded, and it is tried again. If it takes too long it goes
   * on without the caller.
   */
  public Uni<Tenant> provision(Tenant tenant) {
    return Uncancelled.of(() -> provisionOrWait(tenant))
        .ifNoItem()
        .after(longestWait)
        .failWith(() -> notReady("The tenant's storage is still being made: look again later"));
  }

  /** How far a tenant has come. */
  public Uni<Optional<ProvisioningRun>> progress(Tenant tenant) {
    return runs.of(tenant.id());
  }

  private Uni<Tenant> provisionOrWait(Tenant tenant) {
    return runs.claim(tenant.id(), settings.lease())
        .flatMap(claimed -> claimed ? workflow.run(tenant) : awaitOther(tenant));
  }

  private Uni<Tenant> awaitOther(Tenant tenant) {
    return runs.of(tenant.id())
        .onItem()
        .delayIt()
        .by(POLL)
        .repeat()
        .whilst(run -> run.filter(Provisioner::isAtWork).isPresent())
        .collect()
        .last()
        .chain(() -> registry.find(TenantKey.of(tenant.id())))
        .map(found -> found.filter(now -> now.status() != TenantStatus.DELETED))
        .map(found -> found.orElseThrow(Provisioner::gone))
        .invoke(Provisioner::requireMade);
  }

  private static boolean isAtWork(ProvisioningRun run) {
    return !run.isDone() && run.claimed();
  }

  private static void requireMade(Tenant tenant) {
    if (tenant.status() == TenantStatus.PENDING) {
      throw notReady(
          "The tenant's storage could not be made; it stays pending, and is tried again");
    }
  }

  private static ProblemException gone() {
    return new ProblemException(ErrorCode.TENANT_NOT_FOUND, "The tenant was deleted meanwhile");
  }

  private static ProblemException notReady(String detail) {
    return new ProblemException(ErrorCode.TENANT_NOT_READY, detail);
  }
}
