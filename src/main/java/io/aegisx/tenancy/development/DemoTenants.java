package io.aegisx.tenancy.development;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.onboarding.Provisioner;
import io.aegisx.tenancy.registry.TenantCreation;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.startup.ServiceStart;
import io.aegisx.tenancy.tenant.Branding;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.TenantSettings;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.aegisx.tenancy.tenant.UuidV7;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes, once, one tenant of each isolation and a suspended one, with data in each. */
@ApplicationScoped
@IfBuildProfile("dev")
public class DemoTenants {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private static final List<Demo> DEMOS =
      List.of(
          new Demo("acme", "Acme Corporation", Isolation.SCHEMA_PER_TENANT, Plan.PRO, "#c2410c"),
          new Demo("globex", "Globex", Isolation.DATABASE_PER_TENANT, Plan.ENTERPRISE, "#1d4ed8"),
          new Demo("initech", "Initech", Isolation.SHARED_DATABASE, Plan.BASIC, "#15803d"),
          new Demo("frozen", "Frozen Foods", Isolation.SHARED_DATABASE, Plan.BASIC, "#0e7490"));

  private final TenantRepository registry;
  private final TenantCreation creation;
  private final Provisioner provisioner;
  private final DemoData data;
  private final BlockingDoor blocking;

  DemoTenants(
      TenantRepository registry,
      TenantCreation creation,
      Provisioner provisioner,
      DemoData data,
      BlockingDoor blocking) {
    this.registry = registry;
    this.creation = creation;
    this.provisioner = provisioner;
    this.data = data;
    this.blocking = blocking;
  }

  void make(@Observes @Priority(ServiceStart.PRIORITY + 50) StartupEvent event) {
    Uni<Void> all =
        Multi.createFrom()
            .iterable(DEMOS)
            .onItem()
            .transformToUniAndConcatenate(this::ensure)
            .collect()
            .last()
            .replaceWithVoid();
    blocking.startUpWaits(all, LONGEST_WAIT);
  }

  private Uni<Tenant> ensure(Demo demo) {
    TenantKey key = new TenantKey.Name(demo.subdomain());
    return registry
        .find(key)
        .flatMap(
            found -> found.isPresent() ? Uni.createFrom().item(found.get()) : enter(demo.tenant()))
        .flatMap(
            tenant ->
                tenant.status() == TenantStatus.PENDING
                    ? fill(tenant)
                    : Uni.createFrom().item(tenant));
  }

  private Uni<Tenant> enter(Tenant tenant) {
    return creation.enter(tenant, Optional.empty()).replaceWith(tenant);
  }

  private Uni<Tenant> fill(Tenant tenant) {
    return provisioner
        .provision(tenant)
        .call(data::fill)
        .flatMap(
            active ->
                active.subdomain().value().equals("frozen")
                    ? registry
                        .update(active.withStatus(TenantStatus.SUSPENDED))
                        .map(Optional::orElseThrow)
                    : Uni.createFrom().item(active));
  }

  /** What a demo tenant is made of. */
  private record Demo(
      String subdomain, String name, Isolation isolation, Plan plan, String colour) {

    Tenant tenant() {
      Branding branding = new Branding(null, colour, null, null);
      return Tenant.pending(
          new TenantId(UuidV7.next()),
          name,
          new Subdomain(subdomain),
          plan,
          isolation,
          new TenantSettings(null, null, null, null, branding),
          Optional.empty());
    }
  }
}
