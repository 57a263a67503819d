package io.aegisx.tenancy.provisioning.onboarding;

import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.provisioning.ProvisioningTurns;
import io.aegisx.tenancy.provisioning.TenantStorage;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The steps that make a tenant, in their order; being set active comes after them. */
@ApplicationScoped
class StepList {

  /** The last step of all: from then on the tenant is served. */
  static final String ACTIVATION = "activation";

  private static final String DATABASE = "database";
  private static final String STORAGE = "storage";

  private final ProvisioningTurns turns;
  private final TenantStorage storage;
  private final Vertx vertx;
  private final OnboardingSteps own = new OnboardingSteps(Set.of(DATABASE, STORAGE, ACTIVATION));
  private final Event<OnboardingSteps> event;

  StepList(
      ProvisioningTurns turns, TenantStorage storage, Vertx vertx, Event<OnboardingSteps> event) {
    this.turns = turns;
    this.storage = storage;
    this.vertx = vertx;
    this.event = event;
  }

  /** Before any tenant can be made. */
  void collect(@Observes @Priority(Bootstrap.PRIORITY) StartupEvent started) {
    event.fire(own);
  }

  /** What leads to the storage of a tenant, and what was added, without the activation. */
  List<OnboardingStep> of(Tenant tenant) {
    Stream<OnboardingStep> first =
        tenant.placement() instanceof Placement.Database
            ? Stream.of(new OnboardingStep(DATABASE, this::makeDatabase))
            : Stream.empty();
    Stream<OnboardingStep> second = Stream.of(new OnboardingStep(STORAGE, this::makeStorage));
    // Canaries are nobody's customers.
    Stream<OnboardingStep> added =
        Canaries.isCanary(tenant.id()) ? Stream.empty() : own.added().stream().map(this::bound);
    return Stream.of(first, second, added).flatMap(steps -> steps).toList();
  }

  private Uni<Void> makeDatabase(Tenant tenant) {
    return turns.run(tenant, () -> storage.makeDatabase(tenant)).replaceWithVoid();
  }

  private Uni<Void> makeStorage(Tenant tenant) {
    return turns.run(tenant, () -> storage.make(tenant)).replaceWithVoid();
  }

  private OnboardingStep bound(OnboardingStep step) {
    return new OnboardingStep(
        step.name(),
        tenant -> TenantContext.within(vertx, tenant, () -> step.work().apply(tenant)));
  }
}
