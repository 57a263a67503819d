package io.aegisx.tenancy.encryption.rotation;

import io.aegisx.tenancy.encryption.SealedStore;
import io.aegisx.tenancy.encryption.TenantKeys;
import io.aegisx.tenancy.encryption.kms.EncryptionSettings;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.registry.keys.KeyRotations;
import io.aegisx.tenancy.registry.keys.KeyRotations.Rotation;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Re-encrypts what is encrypted with old keys of a tenant, batch by batch. Where it left off shows
 * from the values themselves, so that it can be broken off at any moment.
 */
@ApplicationScoped
class Reencryption {

  /** After a failure it is tried again that much later. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final TenantRepository tenants;
  private final TenantKeys keys;
  private final KeyRotations rotations;
  private final List<SealedStore> stores;
  private final EncryptionSettings settings;
  private final Vertx vertx;

  Reencryption(
      TenantRepository tenants,
      TenantKeys keys,
      KeyRotations rotations,
      @All List<SealedStore> stores,
      EncryptionSettings settings,
      Vertx vertx) {
    this.tenants = tenants;
    this.keys = keys;
    this.rotations = rotations;
    this.stores = stores;
    this.settings = settings;
    this.vertx = vertx;
  }

  /** Does what there is to do; whatever fails is tried again later. */
  Uni<Void> workOn(Rotation rotation) {
    return tenants
        .find(TenantKey.of(rotation.tenant()))
        .map(Optional::orElseThrow)
        .flatMap(tenant -> TenantContext.within(vertx, tenant, () -> renewAll(tenant, rotation)))
        .onFailure()
        .recoverWithUni(
            failure -> rotations.pause(rotation, PAUSE, String.valueOf(failure.getMessage())));
  }

  private Uni<Void> renewAll(Tenant tenant, Rotation rotation) {
    keys.forget(tenant.id());
    return left()
        .call(left -> rotations.progress(rotation, 0, left))
        .chain(() -> renewInEveryStore(rotation))
        .chain(this::left)
        .flatMap(left -> conclude(rotation, left));
  }

  private Uni<Long> left() {
    return Multi.createFrom()
        .iterable(stores)
        .onItem()
        .transformToUniAndConcatenate(this::leftIn)
        .collect()
        .in(() -> new long[1], (sum, more) -> sum[0] += more)
        .map(sum -> sum[0]);
  }

  /** Keys are asked for each time: they are remembered, but not for as long as this may take. */
  private Uni<Long> leftIn(SealedStore store) {
    return keys.ofCurrentTenant().flatMap(store::outdated);
  }

  private Uni<Void> renewInEveryStore(Rotation rotation) {
    return Multi.createFrom()
        .iterable(stores)
        .onItem()
        .transformToUniAndConcatenate(store -> renewIn(store, rotation))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> renewIn(SealedStore store, Rotation rotation) {
    int most = settings.rotationBatch();
    return Multi.createBy()
        .repeating()
        .uni(() -> renewBatch(store, rotation, most))
        .whilst(done -> done == most)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Integer> renewBatch(SealedStore store, Rotation rotation, int most) {
    return keys.ofCurrentTenant()
        .flatMap(ring -> store.renew(ring, most))
        .call(done -> leftIn(store).flatMap(left -> rotations.progress(rotation, done, left)));
  }

  /**
   * Old keys are destroyed only once nobody can be writing with them any more: a replica may not
   * have heard of the new key yet, or be in the middle of a request.
   */
  private Uni<Void> conclude(Rotation rotation, long left) {
    if (left > 0) {
      return rotations.pause(rotation, PAUSE, left + " values could not be re-encrypted");
    }
    Duration early =
        Duration.between(Instant.now(), rotation.startedAt().plus(settings.oldKeysRemain()));
    return early.isNegative()
        ? keys.destroyOld(rotation.tenant())
            .chain(() -> rotations.finish(rotation.tenant(), rotation.version()))
        : rotations.pause(rotation, early.plusMillis(1), null);
  }
}
