package io.aegisx.tenancy.access.token;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Knows whether the provider's keys at hand are the ones that it published last.
 *
 * <p>While they are not, since a fetch has failed or is under way, an unknown key id proves
 * nothing.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class KeyFetches implements OidcRequestFilter, OidcResponseFilter {

  private volatile boolean arrived;
  private volatile boolean awaited;

  @Override
  public Uni<Void> filter(OidcRequestFilterContext request) {
    awaited = true;
    return Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Void> filter(OidcResponseFilterContext response) {
    if (response.statusCode() == 200) {
      arrived = true;
      awaited = false;
    }
    return Uni.createFrom().voidItem();
  }

  /** Whether any keys have ever arrived. */
  boolean haveArrived() {
    return arrived;
  }

  /** Whether the last fetch has brought the keys. */
  boolean areCurrent() {
    return arrived && !awaited;
  }
}
