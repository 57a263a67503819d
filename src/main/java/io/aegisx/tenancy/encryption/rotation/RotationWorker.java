package io.aegisx.tenancy.encryption.rotation;

import io.aegisx.tenancy.blocking.RepeatedWork;
import io.aegisx.tenancy.encryption.kms.EncryptionSettings;
import io.aegisx.tenancy.registry.keys.KeyRotations;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks for rotations that nobody works on, also those that another replica left behind. */
@ApplicationScoped
class RotationWorker {

  private static final Logger LOG = Logger.getLogger(RotationWorker.class);

  private final KeyRotations rotations;
  private final Reencryption reencryption;
  private final EncryptionSettings settings;
  private final RepeatedWork work;

  RotationWorker(
      KeyRotations rotations, Reencryption reencryption, EncryptionSettings settings, Vertx vertx) {
    this.rotations = rotations;
    this.reencryption = reencryption;
    this.settings = settings;
    this.work =
        new RepeatedWork(
            vertx,
            this::workThrough,
            failure -> LOG.warnf("Rotations wait: %s", failure.getMessage()));
  }

  void start(@Observes StartupEvent event) {
    work.every(settings.rotationCheckEvery());
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }

  /** Works on all that nobody works on, one after the other, unless that is being done already. */
  void lookNow() {
    work.now();
  }

  private Uni<Void> workThrough() {
    return Multi.createBy()
        .repeating()
        .uni(this::workOnNext)
        .whilst(Optional::isPresent)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Optional<KeyRotations.Rotation>> workOnNext() {
    return rotations
        .claim()
        .call(
            claimed ->
                claimed.map(reencryption::workOn).orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
