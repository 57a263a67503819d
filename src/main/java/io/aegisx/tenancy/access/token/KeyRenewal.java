package io.aegisx.tenancy.access.token;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Fetches the provider's keys anew from time to time, so that a withdrawn key stops counting though
 * no unknown one has come up. While that fails, the keys at hand stay in use.
 */
@ApplicationScoped
public class KeyRenewal {

  private static final Logger LOG = Logger.getLogger(KeyRenewal.class);

  /** Any text will do: what is wanted is the refresh that comes before its verification. */
  private static final String NO_TOKEN = "none";

  private final Vertx vertx;
  private final OidcSettings settings;
  private final TenantConfigBean providers;

  KeyRenewal(Vertx vertx, OidcSettings settings, TenantConfigBean providers) {
    this.vertx = vertx;
    this.settings = settings;
    this.providers = providers;
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(settings.keyLifetime().toMillis(), timer -> renew());
  }

  private void renew() {
    TenantConfigContext known = providers.getDynamicTenant(PlatformProvider.ID);
    if (known != null) {
      known
          .provider()
          .refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
          .subscribe()
          .with(verified -> {}, failure -> LOG.debugf("After a fetch of keys: %s", failure));
    }
  }
}
