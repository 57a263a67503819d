package io.aegisx.tenancy.provisioning.fleet;

import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Migrates in the background, after a start with a newer program, the tenants that are behind. */
@ApplicationScoped
class StartUpMigration {

  private static final Logger LOG = Logger.getLogger(StartUpMigration.class);

  private final FleetMigration fleet;
  private final MigrationSettings settings;
  private final AdminConnections connections;

  StartUpMigration(FleetMigration fleet, MigrationSettings settings, AdminConnections connections) {
    this.fleet = fleet;
    this.settings = settings;
    this.connections = connections;
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 5) StartupEvent event) {
    if (settings.atStart() && connections.available()) {
      fleet
          .behind()
          .flatMap(this::migrate)
          .subscribe()
          .with(done -> {}, failure -> LOG.errorf("Tenants are not migrated: %s", failure));
    }
  }

  private Uni<Void> migrate(List<Tenant> behind) {
    if (behind.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof("%d tenants are behind and are migrated now", behind.size());
    return fleet
        .run(List.of(behind), settings.parallel(), Integer.MAX_VALUE)
        .filter(MigrationOutcome::failed)
        .invoke(failed -> LOG.errorf("Tenant %s: %s", failed.tenant().id(), failed.error().get()))
        .collect()
        .with(java.util.stream.Collectors.counting())
        .invoke(failed -> LOG.infof("Migrated all but %d", failed))
        .replaceWithVoid();
  }
}
