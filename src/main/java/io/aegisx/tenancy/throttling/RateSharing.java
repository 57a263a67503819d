package io.aegisx.tenancy.throttling;

import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.registry.ReplicaMessages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Shares the rates of tenants among the replicas, so that a tenant gets about as much whichever
 * replicas serve it. Where the others cannot be heard, each goes on by itself.
 */
@ApplicationScoped
class RateSharing {

  private static final Logger LOG = Logger.getLogger(RateSharing.class);
  private static final String CHANNEL = "aegisx_rates";
  private static final long INTERVAL_MILLIS = 1_000;

  private final TenantRates rates;
  private final StrangerRates strangers;
  private final ReplicaDemands replicas;
  private final ReplicaMessages messages;
  private final Vertx vertx;
  private final String self = UUID.randomUUID().toString();
  private long timer;

  RateSharing(
      TenantRates rates,
      StrangerRates strangers,
      ReplicaDemands replicas,
      ReplicaMessages messages,
      Vertx vertx) {
    this.rates = rates;
    this.strangers = strangers;
    this.replicas = replicas;
    this.messages = messages;
    this.vertx = vertx;
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 10) StartupEvent event) {
    messages.listen(CHANNEL, this::hear);
    timer = vertx.setPeriodic(INTERVAL_MILLIS, fired -> tick());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void hear(String text) {
    Announcement.parse(text)
        .filter(announcement -> !announcement.replica().equals(self))
        .ifPresent(announcement -> replicas.heard(announcement, System.nanoTime()));
  }

  private void tick() {
    replicas.forgetSilent(System.nanoTime());
    rates.tick();
    strangers.tick();
    messages
        .publish(CHANNEL, new Announcement(self, rates.noteworthy()).text())
        .subscribe()
        .with(
            sent -> {},
            failure -> LOG.debugf("Other replicas were not told: %s", failure.getMessage()));
  }
}
