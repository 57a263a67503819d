package io.aegisx.tenancy.prover;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.provisioning.onboarding.Provisioner;
import io.aegisx.tenancy.registry.TenantCreation;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps the canary tenants, one of each isolation, with a marked row in each table. */
@ApplicationScoped
class CanaryTenants {

  private static final Logger LOG = Logger.getLogger(CanaryTenants.class);
  private static final String USER =
      "INSERT INTO users (id, email, name, created_at, updated_at)"
          + " VALUES (:id, :email, :marker, now(), now()) ON CONFLICT DO NOTHING";
  private static final String PRODUCT =
      "INSERT INTO products (id, sku, name, price_cents, currency, stock)"
          + " VALUES (:id, 'CANARY', :marker, 1, 'EUR', 1) ON CONFLICT DO NOTHING";

  private final TenantRepository registry;
  private final TenantCreation creation;
  private final Provisioner provisioner;
  private final TenantData data;
  private final Vertx vertx;

  CanaryTenants(
      TenantRepository registry,
      TenantCreation creation,
      Provisioner provisioner,
      TenantData data,
      Vertx vertx) {
    this.registry = registry;
    this.creation = creation;
    this.provisioner = provisioner;
    this.data = data;
    this.vertx = vertx;
  }

  /** Makes what is missing; answers those that are served. One that cannot be made is left out. */
  Uni<List<Canary>> ensure() {
    return Multi.createFrom()
        .iterable(Canaries.all())
        .onItem()
        .transformToUniAndConcatenate(this::ensure)
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(Optional::stream).toList());
  }

  private Uni<Optional<Canary>> ensure(Tenant wanted) {
    return registry
        .find(TenantKey.of(wanted.id()))
        .flatMap(
            found ->
                found.map(tenant -> Uni.createFrom().item(tenant)).orElseGet(() -> enter(wanted)))
        .flatMap(this::provisioned)
        .map(tenant -> Optional.of(tenant).filter(Tenant::isActive).map(Canary::new))
        .onFailure()
        .invoke(
            failure ->
                LOG.warnf("No canary for %s: %s", wanted.isolation().code(), failure.getMessage()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Uni<Tenant> enter(Tenant wanted) {
    return creation
        .enter(wanted, Optional.empty())
        .replaceWith(wanted)
        // Another replica may have been faster.
        .onFailure()
        .recoverWithUni(
            failure -> registry.find(TenantKey.of(wanted.id())).map(Optional::orElseThrow));
  }

  private Uni<Tenant> provisioned(Tenant tenant) {
    return tenant.status() == TenantStatus.PENDING
        ? provisioner.provision(tenant).call(active -> mark(new Canary(active)))
        : Uni.createFrom().item(tenant);
  }

  private Uni<Integer> mark(Canary canary) {
    Map<String, Object> user =
        Map.of("id", canary.userId(), "email", "canary@canary.invalid", "marker", canary.marker());
    Map<String, Object> product = Map.of("id", canary.productId(), "marker", canary.marker());
    return TenantContext.within(
        vertx,
        canary.tenant(),
        () ->
            data.write(
                () -> data.execute(USER, user).flatMap(made -> data.execute(PRODUCT, product))));
  }
}
