package io.aegisx.tenancy.access.token;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has every token verified by the platform's provider, with issuer and audience pinned; only what
 * says that it is a canary's is verified with the key that this process made for canaries.
 *
 * <p>The provider is first asked when the first token arrives: one that is down does not keep the
 * service from starting.
 */
@ApplicationScoped
public class PlatformProvider implements TenantConfigResolver {

  /** The name of this provider's configuration, found again in what it verified. */
  public static final String ID = "platform";

  private final OidcTenantConfig config;
  private final CanaryIssuer canaries;

  PlatformProvider(OidcSettings settings, CanaryIssuer canaries) {
    this.config = configure(settings);
    this.canaries = canaries;
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
    return Uni.createFrom()
        .item(
            () ->
                canaries
                    .config()
                    .filter(own -> UnverifiedIssuer.is(CanaryIssuer.ISSUER, request))
                    .orElse(config));
  }

  private static OidcTenantConfig configure(OidcSettings settings) {
    return OidcTenantConfig.authServerUrl(settings.issuer())
        .tenantId(ID)
        .applicationType(ApplicationType.SERVICE)
        .connectionTimeout(settings.timeout())
        .connectionRetryCount(0)
        .jwks()
        .resolveEarly(true)
        .end()
        .token()
        .issuer(settings.issuer())
        .audience(settings.audience())
        .lifespanGrace(settings.clockLeewaySeconds())
        .issuedAtRequired(false)
        .forcedJwkRefreshInterval(settings.keyRefreshInterval())
        .allowJwtIntrospection(false)
        .allowOpaqueTokenIntrospection(false)
        .end()
        .build();
  }
}
