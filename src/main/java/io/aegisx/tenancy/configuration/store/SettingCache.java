package io.aegisx.tenancy.configuration.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.aegisx.tenancy.configuration.definition.ConfigurationSettings;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.registry.TenantCacheSettings;
import io.aegisx.tenancy.registry.TenantChanges;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Remembers the values of tenants, each under the tenant's id only. Secrets are remembered as they
 * are stored. While changes by other replicas cannot be heard of nothing is remembered.
 */
@ApplicationScoped
public class SettingCache {

  private final TenantData data;
  private final SettingStore store;
  private final TenantChanges changes;
  private final Vertx vertx;
  private final boolean enabled;
  private final AsyncCache<String, List<StoredSetting>> cache;

  SettingCache(
      TenantData data,
      SettingStore store,
      TenantChanges changes,
      Vertx vertx,
      TenantCacheSettings caching,
      ConfigurationSettings settings) {
    this.data = data;
    this.store = store;
    this.changes = changes;
    this.vertx = vertx;
    this.enabled = caching.enabled();
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(settings.cachedTenants())
            .expireAfterWrite(caching.ttl(), TimeUnit.SECONDS)
            .buildAsync();
    changes.onChange(key -> cache.synchronous().invalidate(key));
    changes.onDoubt(() -> cache.synchronous().invalidateAll());
  }

  /** All values that the current tenant has set. */
  public Uni<List<StoredSetting>> ofCurrentTenant() {
    return TenantContext.current().flatMap(this::of);
  }

  private Uni<List<StoredSetting>> of(Tenant tenant) {
    if (!enabled || !changes.isHearing()) {
      return data.read(store::all);
    }
    CompletableFuture<List<StoredSetting>> answer =
        cache.get(keyOf(tenant), (key, executor) -> read(tenant).subscribeAsCompletionStage());
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      return Uni.createFrom().item(answer.getNow(List.of()));
    }
    // Another request may have started the read: come back to the context of this one.
    Context caller = vertx.getOrCreateContext();
    return Uni.createFrom()
        .completionStage(answer::copy)
        .emitOn(task -> caller.runOnContext(ignored -> task.run()));
  }

  /** On a context of its own, so that nobody who leaves takes the answer of the others along. */
  private Uni<List<StoredSetting>> read(Tenant tenant) {
    return TenantContext.within(vertx, tenant, () -> data.read(store::all));
  }

  /** Forgets the values of a tenant on this replica. */
  public void forget(Tenant tenant) {
    cache.synchronous().invalidate(keyOf(tenant));
  }

  private static String keyOf(Tenant tenant) {
    return TenantKey.of(tenant.id()).text();
  }
}
