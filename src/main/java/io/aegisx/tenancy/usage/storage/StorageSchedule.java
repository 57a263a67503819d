package io.aegisx.tenancy.usage.storage;

import io.aegisx.tenancy.blocking.RepeatedWork;
import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.registry.usage.StorageRepository;
import io.aegisx.tenancy.tenant.TenantContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Has one replica measure in each interval, whichever comes first. */
@ApplicationScoped
class StorageSchedule {

  private static final Logger LOG = Logger.getLogger(StorageSchedule.class);

  private final StorageRepository repository;
  private final StorageRound round;
  private final StorageSettings settings;
  private final RepeatedWork work;

  StorageSchedule(
      StorageRepository repository, StorageRound round, StorageSettings settings, Vertx vertx) {
    this.repository = repository;
    this.round = round;
    this.settings = settings;
    this.work =
        new RepeatedWork(
            vertx,
            () -> TenantContext.apart(vertx, this::measureInTurn),
            failure -> LOG.warnf("Storage is measured later: %s", failure.getMessage()));
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 10) StartupEvent event) {
    work.every(settings.measureEvery());
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }

  private Uni<Integer> measureInTurn() {
    return repository
        .takeTurn(turn())
        .flatMap(ours -> ours ? round.run(settings.measureEvery()) : Uni.createFrom().item(0));
  }

  /** A little less than the interval: the next of our own timer must not come too early. */
  private Duration turn() {
    return settings.measureEvery().multipliedBy(9).dividedBy(10);
  }
}
