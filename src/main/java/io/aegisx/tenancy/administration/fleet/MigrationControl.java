package io.aegisx.tenancy.administration.fleet;

import io.aegisx.tenancy.blocking.Uncancelled;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.provisioning.fleet.FleetMigration;
import io.aegisx.tenancy.provisioning.fleet.MigrationOutcome;
import io.aegisx.tenancy.provisioning.fleet.MigrationSettings;
import io.aegisx.tenancy.provisioning.fleet.Waves;
import io.aegisx.tenancy.registry.overview.BehindTenant;
import io.aegisx.tenancy.registry.overview.PlatformFigures;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Migrates those behind when asked to, once at a time in this process, and says how it stands. */
@ApplicationScoped
class MigrationControl {

  private static final Logger LOG = Logger.getLogger(MigrationControl.class);

  private final FleetMigration fleet;
  private final MigrationSettings settings;
  private final PlatformFigures figures;
  private final AtomicBoolean running = new AtomicBoolean();

  MigrationControl(FleetMigration fleet, MigrationSettings settings, PlatformFigures figures) {
    this.fleet = fleet;
    this.settings = settings;
    this.figures = figures;
  }

  Uni<Migrations> state() {
    return fleet
        .target()
        .flatMap(
            target ->
                Uni.combine()
                    .all()
                    .unis(figures.fleet(target), fleet.behind().map(Waves::of))
                    .with((found, waves) -> Migrations.of(target, found, waves, running.get())));
  }

  Uni<List<BehindTenant>> behind(Optional<UUID> after, int limit) {
    return fleet
        .target()
        .flatMap(target -> figures.behind(target, after.orElse(Canaries.HIGHEST_ID), limit));
  }

  /** What is done is recorded tenant by tenant; nobody waits for it here. */
  Uni<Void> begin() {
    if (!running.compareAndSet(false, true)) {
      throw new ProblemException(ErrorCode.CONFLICT, "A migration is under way");
    }
    return Uncancelled.of(
        () ->
            fleet
                .behind()
                .invoke(this::migrate)
                .onFailure()
                .invoke(failure -> running.set(false))
                .replaceWithVoid());
  }

  private void migrate(List<Tenant> behind) {
    fleet
        .run(Waves.of(behind), settings.parallel(), 0)
        .onTermination()
        .invoke(() -> running.set(false))
        .filter(MigrationOutcome::failed)
        .subscribe()
        .with(
            failed -> LOG.errorf("Tenant %s: %s", failed.tenant().id(), failed.error().get()),
            failure -> LOG.errorf("Tenants are not migrated: %s", failure));
  }
}
