package io.aegisx.tenancy.access.token;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Waits no longer than allowed for a provider that takes connections but does not answer. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.ALL)
public class ProviderTimeout implements OidcRequestFilter {

  private final long millis;

  ProviderTimeout(OidcSettings settings) {
    this.millis = settings.timeout().toMillis();
  }

  @Override
  public Uni<Void> filter(OidcRequestFilterContext request) {
    request.request().timeout(millis);
    return Uni.createFrom().voidItem();
  }
}
