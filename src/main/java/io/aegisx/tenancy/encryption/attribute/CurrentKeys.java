package io.aegisx.tenancy.encryption.attribute;

import io.aegisx.tenancy.encryption.Keyring;
import io.aegisx.tenancy.encryption.TenantKeys;
import io.aegisx.tenancy.encryption.kms.KeyProviders;
import io.aegisx.tenancy.isolation.Remedy;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's keys for those who cannot wait for them. Where they are not remembered, the
 * work fails, they are fetched, and {@code TenantData} begins the work anew: so nothing is spent on
 * work that needs no key, and a key service that is down disturbs nobody else.
 */
@ApplicationScoped
class CurrentKeys implements Remedy {

  private static final String KEY = CurrentKeys.class.getName();

  private final TenantKeys keys;
  private final KeyProviders providers;

  CurrentKeys(TenantKeys keys, KeyProviders providers) {
    this.keys = keys;
    this.providers = providers;
  }

  /** Whether values are encrypted at all. */
  boolean areThere() {
    return providers.inForce().isPresent();
  }

  /** The keys of the tenant that the current context is bound to. */
  Keyring now() {
    return fetched()
        .or(() -> TenantContext.bound().flatMap(tenant -> keys.remembered(tenant.id())))
        .orElseThrow(KeysNeededException::new);
  }

  /** Fetched for this very request. */
  private static Optional<Keyring> fetched() {
    Context context = Vertx.currentContext();
    return context == null || !VertxContext.isDuplicatedContext(context)
        ? Optional.empty()
        : Optional.ofNullable(context.<@Nullable Keyring>getLocal(KEY));
  }

  @Override
  public Optional<Uni<Void>> against(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KeysNeededException) {
        return Optional.of(keys.ofCurrentTenant().invoke(CurrentKeys::keep).replaceWithVoid());
      }
    }
    return Optional.empty();
  }

  private static void keep(Keyring fetched) {
    Context context = Vertx.currentContext();
    if (context != null && VertxContext.isDuplicatedContext(context)) {
      context.putLocal(KEY, fetched);
    }
  }

  /** The keys are not at hand. */
  private static final class KeysNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysNeededException() {
      super("The tenant's keys are needed", null, false, false);
    }
  }
}
