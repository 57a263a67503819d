package io.aegisx.tenancy.prover;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.Bootstrap;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Makes the canaries at start, and proves again and again, one proof at a time. */
@ApplicationScoped
class ProofSchedule {

  private static final Logger LOG = Logger.getLogger(ProofSchedule.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final IsolationProver prover;
  private final CanaryTenants canaries;
  private final ProverSettings settings;
  private final BlockingDoor blocking;
  private final Vertx vertx;
  private final AtomicBoolean atWork = new AtomicBoolean();
  private long timer;

  ProofSchedule(
      IsolationProver prover,
      CanaryTenants canaries,
      ProverSettings settings,
      BlockingDoor blocking,
      Vertx vertx) {
    this.prover = prover;
    this.canaries = canaries;
    this.settings = settings;
    this.blocking = blocking;
    this.vertx = vertx;
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 10) StartupEvent event) {
    if (settings.enabled()) {
      blocking.startUpWaits(canaries.ensure(), LONGEST_WAIT);
      timer = vertx.setPeriodic(settings.interval().toMillis(), fired -> proveUnlessAtWork());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void proveUnlessAtWork() {
    if (atWork.compareAndSet(false, true)) {
      prover
          .prove()
          .onTermination()
          .invoke(() -> atWork.set(false))
          .subscribe()
          .with(
              report -> LOG.debugf("Proof: %s", report.verdict()),
              failure -> LOG.warnf("A proof could not be made: %s", failure.getMessage()));
    }
  }
}
