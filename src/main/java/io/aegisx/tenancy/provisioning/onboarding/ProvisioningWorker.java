package io.aegisx.tenancy.provisioning.onboarding;

import io.aegisx.tenancy.blocking.RepeatedWork;
import io.aegisx.tenancy.database.ConnectionBudget;
import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.registry.onboarding.ProvisioningRuns;
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

/** Goes on with tenants whose making failed before, or that another replica left half-made. */
@ApplicationScoped
class ProvisioningWorker {

  private static final Logger LOG = Logger.getLogger(ProvisioningWorker.class);

  private final ProvisioningRuns runs;
  private final ProvisioningWorkflow workflow;
  private final AdminConnections connections;
  private final ProvisioningSettings settings;
  private final int atOnce;
  private final RepeatedWork work;

  ProvisioningWorker(
      ProvisioningRuns runs,
      ProvisioningWorkflow workflow,
      AdminConnections connections,
      ProvisioningSettings settings,
      ConnectionBudget budget,
      Vertx vertx) {
    this.runs = runs;
    this.workflow = workflow;
    this.connections = connections;
    this.settings = settings;
    this.atOnce = budget.provisioning();
    this.work =
        new RepeatedWork(
            vertx,
            () -> TenantContext.apart(vertx, this::workThrough),
            failure -> LOG.warnf("Pending tenants wait: %s", failure.getMessage()));
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 10) StartupEvent event) {
    if (connections.available()) {
      work.every(settings.checkEvery());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }

  private Uni<Void> workThrough() {
    return Multi.createBy()
        .repeating()
        .uni(() -> runs.claimNext(settings.lease()))
        .whilst(Optional::isPresent)
        .select()
        .where(Optional::isPresent)
        .onItem()
        .transformToUni(tenant -> provision(tenant.orElseThrow()))
        .merge(atOnce)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** What fails is recorded and tried again later. */
  private Uni<Boolean> provision(Tenant tenant) {
    return workflow.run(tenant).map(Tenant::isActive).onFailure().recoverWithItem(false);
  }
}
