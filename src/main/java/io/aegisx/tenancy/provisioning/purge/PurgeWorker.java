package io.aegisx.tenancy.provisioning.purge;

import io.aegisx.tenancy.blocking.RepeatedWork;
import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.registry.onboarding.Purges;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Purges tenants that were deleted long ago, and goes on with purges that were broken off. */
@ApplicationScoped
class PurgeWorker {

  private static final Logger LOG = Logger.getLogger(PurgeWorker.class);

  private final Purges purges;
  private final PurgeWorkflow workflow;
  private final AdminConnections connections;
  private final PurgeSettings settings;
  private final RepeatedWork work;

  PurgeWorker(
      Purges purges,
      PurgeWorkflow workflow,
      AdminConnections connections,
      PurgeSettings settings,
      Vertx vertx) {
    this.purges = purges;
    this.workflow = workflow;
    this.connections = connections;
    this.settings = settings;
    this.work =
        new RepeatedWork(
            vertx,
            () -> TenantContext.apart(vertx, this::purgeDue),
            failure -> LOG.warnf("Deleted tenants stay for now: %s", failure.getMessage()));
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 10) StartupEvent event) {
    if (connections.available()) {
      work.every(settings.checkEvery());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }

  private Uni<Void> purgeDue() {
    return purges.requestExpired(settings.retention()).chain(this::workThrough);
  }

  /** One after the other: whoever is served comes first. */
  private Uni<Void> workThrough() {
    return Multi.createBy()
        .repeating()
        .uni(() -> purges.claimNext(settings.lease()))
        .whilst(Optional::isPresent)
        .select()
        .where(Optional::isPresent)
        .onItem()
        .transformToUniAndConcatenate(tenant -> purge(tenant.orElseThrow()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** What fails is recorded and tried again later. */
  private Uni<Boolean> purge(Tenant tenant) {
    return workflow.run(tenant).replaceWith(true).onFailure().recoverWithItem(false);
  }
}
