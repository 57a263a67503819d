package io.aegisx.tenancy.registry;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Finds tenants by what requests call them, and remembers the answers, "there is none" included.
 *
 * <p>Concurrent questions for one key share one read. While {@link TenantChanges} cannot hear of
 * changes nothing is remembered, so that a suspension is never missed.
 */
@ApplicationScoped
public class TenantDirectory {

  /** What follows has its own longest wait: together they stay below 20 seconds. */
  private static final Duration LONGEST_READ = Duration.ofSeconds(4);

  private final TenantRepository repository;
  private final boolean enabled;
  private final AsyncCache<String, Optional<Tenant>> cache;
  private volatile boolean hearsChanges;

  TenantDirectory(TenantRepository repository, TenantCacheSettings settings) {
    this.repository = repository;
    this.enabled = settings.enabled();
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(settings.maxEntries())
            .expireAfterWrite(settings.ttl(), TimeUnit.SECONDS)
            .buildAsync();
  }

  /** The tenant behind a key, whatever its status. The answer arrives on the caller's context. */
  public Uni<Optional<Tenant>> find(TenantKey key) {
    return enabled && hearsChanges ? Uni.createFrom().deferred(() -> remembered(key)) : read(key);
  }

  private Uni<Optional<Tenant>> remembered(TenantKey key) {
    CompletableFuture<Optional<Tenant>> answer =
        cache.get(key.text(), (text, executor) -> read(key).subscribeAsCompletionStage());
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      return Uni.createFrom().item(answer.getNow(Optional.empty()));
    }
    // Another request may have started the read: come back to the context of this one.
    Context caller = Vertx.currentContext();
    Uni<Optional<Tenant>> shared = Uni.createFrom().completionStage(answer::copy);
    return caller == null
        ? shared
        : shared.emitOn(task -> caller.runOnContext(ignored -> task.run()));
  }

  private Uni<Optional<Tenant>> read(TenantKey key) {
    return repository.find(key).ifNoItem().after(LONGEST_READ).fail();
  }

  /** Forgets the answers under which the tenant may be known, on this replica. */
  public void forget(Tenant tenant) {
    forget(TenantKey.of(tenant.id()).text());
    forget(new TenantKey.Name(tenant.subdomain().value()).text());
    tenant.customDomain().ifPresent(host -> forget(new TenantKey.Domain(host).text()));
  }

  void forget(String keyText) {
    cache.synchronous().invalidate(keyText);
  }

  /** Tells whether changes are heard of; whatever was remembered before is in doubt. */
  void hearsChanges(boolean hears) {
    hearsChanges = hears;
    cache.synchronous().invalidateAll();
  }
}
