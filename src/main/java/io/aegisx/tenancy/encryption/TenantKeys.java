package io.aegisx.tenancy.encryption;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.aegisx.tenancy.encryption.kms.EncryptionSettings;
import io.aegisx.tenancy.registry.TenantChanges;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.keys.DataKeyRecords;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The unwrapped keys of tenants, remembered for a bounded time. A keyring that is forgotten is
 * wiped once nobody can be using it any more.
 */
@ApplicationScoped
public class TenantKeys {

  /** Longer than any request may take. */
  private static final long WIPE_AFTER_MILLIS = 60_000;

  private final KeyringLoader loader;
  private final DataKeyRecords records;
  private final TenantChanges changes;
  private final Vertx vertx;
  private final AsyncCache<String, Keyring> cache;

  TenantKeys(
      KeyringLoader loader,
      DataKeyRecords records,
      TenantChanges changes,
      Vertx vertx,
      EncryptionSettings settings) {
    this.loader = loader;
    this.records = records;
    this.changes = changes;
    this.vertx = vertx;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(settings.cachedTenants())
            .expireAfterWrite(settings.keyLifetime())
            .removalListener(this::forgotten)
            .buildAsync();
    changes.onChange(key -> cache.synchronous().invalidate(key));
    changes.onDoubt(() -> cache.synchronous().invalidateAll());
  }

  private void forgotten(@Nullable String tenant, @Nullable Keyring forgotten, RemovalCause cause) {
    if (forgotten != null) {
      wipeLater(forgotten);
    }
  }

  private void wipeLater(Keyring keys) {
    vertx.setTimer(WIPE_AFTER_MILLIS, fired -> keys.wipe());
  }

  /** The keys of a tenant for those who cannot wait, if they are remembered. */
  public Optional<Keyring> remembered(TenantId tenant) {
    return Optional.ofNullable(cache.synchronous().getIfPresent(TenantKey.of(tenant).text()));
  }

  /** The keys of the current tenant. */
  public Uni<Keyring> ofCurrentTenant() {
    return TenantContext.current().flatMap(tenant -> of(tenant.id()));
  }

  /**
   * The keys of a tenant, made if it has none yet. Fails with a problem where they are destroyed,
   * where this installation encrypts nothing, or where the key service does not answer.
   */
  public Uni<Keyring> of(TenantId tenant) {
    return Uni.createFrom().deferred(() -> find(tenant));
  }

  private Uni<Keyring> find(TenantId tenant) {
    if (!changes.isHearing()) {
      return loader.load(tenant).invoke(this::wipeLater);
    }
    CompletableFuture<Keyring> answer =
        cache.get(
            TenantKey.of(tenant).text(),
            (key, executor) ->
                TenantContext.apart(vertx, () -> loader.load(tenant)).subscribeAsCompletionStage());
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      return Uni.createFrom().completionStage(answer);
    }
    // Another request may have started the read: come back to the context of this one.
    Context caller = vertx.getOrCreateContext();
    return Uni.createFrom()
        .completionStage(answer::copy)
        .emitOn(task -> caller.runOnContext(ignored -> task.run()));
  }

  /** Has a new version encrypt from now on; older ones still decrypt. */
  public Uni<Void> addNext(TenantId tenant) {
    return loader.addNext(tenant).invoke(added -> forget(tenant)).replaceWithVoid();
  }

  /** Destroys versions that nothing is encrypted with any more. */
  public Uni<Void> destroyOld(TenantId tenant) {
    return records.destroyOld(tenant).invoke(done -> forget(tenant));
  }

  /** Destroys all keys of a tenant: nothing that they encrypted can be read again. */
  public Uni<Void> destroyAll(TenantId tenant) {
    return records.destroyAll(tenant).invoke(done -> forget(tenant));
  }

  /** Forgets a tenant's keys on this replica; others hear of changes by themselves. */
  public void forget(TenantId tenant) {
    cache.synchronous().invalidate(TenantKey.of(tenant).text());
  }
}
