package io.aegisx.tenancy.provisioning.purge;

import io.aegisx.tenancy.isolation.TenantPoolCreator;
import io.aegisx.tenancy.provisioning.ProvisioningTurns;
import io.aegisx.tenancy.provisioning.StorageRemoval;
import io.aegisx.tenancy.registry.TenantDirectory;
import io.aegisx.tenancy.registry.onboarding.Purges;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Removes a tenant whose purge this process has claimed. Each step can be repeated. */
@ApplicationScoped
class PurgeWorkflow {

  private static final Logger LOG = Logger.getLogger(PurgeWorkflow.class);
  private static final int LONGEST_ERROR = 500;

  private final Purges purges;
  private final StorageInventory inventory;
  private final StorageRemoval storage;
  private final ProvisioningTurns turns;
  private final TenantPoolCreator pools;
  private final TenantDirectory directory;
  private final PurgeSettings settings;
  private final Vertx vertx;

  PurgeWorkflow(
      Purges purges,
      StorageInventory inventory,
      StorageRemoval storage,
      ProvisioningTurns turns,
      TenantPoolCreator pools,
      TenantDirectory directory,
      PurgeSettings settings,
      Vertx vertx) {
    this.purges = purges;
    this.inventory = inventory;
    this.storage = storage;
    this.turns = turns;
    this.pools = pools;
    this.directory = directory;
    this.settings = settings;
    this.vertx = vertx;
  }

  /** If it fails the reason is recorded, and it is taken on again later. */
  Uni<Void> run(Tenant tenant) {
    long heart =
        vertx.setPeriodic(settings.lease().dividedBy(3).toMillis(), beat -> prolong(tenant));
    return Uni.createFrom()
        .voidItem()
        .invoke(() -> pools.retire(tenant.placement()))
        .chain(() -> report(tenant))
        .chain(() -> drop(tenant))
        .chain(() -> purges.finish(tenant.id()))
        .invoke(() -> directory.forget(tenant))
        .onFailure()
        .call(failure -> recordFailure(tenant, failure))
        .onTermination()
        .invoke(() -> vertx.cancelTimer(heart));
  }

  private void prolong(Tenant tenant) {
    purges
        .prolong(tenant.id(), settings.lease())
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("Not prolonged: %s", failure.getMessage()));
  }

  private Uni<Void> report(Tenant tenant) {
    return turns
        .run(tenant, () -> inventory.of(tenant))
        .map(JsonObject::encode)
        .flatMap(found -> purges.record(tenant.id(), found));
  }

  private Uni<Void> drop(Tenant tenant) {
    return turns.run(tenant, () -> storage.drop(tenant)).replaceWithVoid();
  }

  private Uni<Void> recordFailure(Tenant tenant, Throwable failure) {
    LOG.errorf(failure, "Purge of tenant %s failed", tenant.id());
    String reason = String.valueOf(failure.getMessage());
    return purges
        .fail(tenant.id(), reason.substring(0, Math.min(reason.length(), LONGEST_ERROR)))
        .onFailure()
        .recoverWithNull();
  }
}
