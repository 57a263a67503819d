package io.aegisx.tenancy.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The platform's identity provider. */
@ConfigMapping(prefix = "oidc")
public interface OidcSettings {

  /** Issuer of the tokens, an http(s) address. {@code OIDC_ISSUER}, required. */
  String issuer();

  /** What {@code aud} of a token must contain. {@code OIDC_AUDIENCE}. */
  @WithDefault("aegisx-api")
  String audience();

  /** The console's client at the provider. {@code OIDC_CLIENT_ID}. */
  Optional<String> clientId();

  /** How much clocks may differ, 0 to 10 seconds. */
  @WithDefault("5")
  int clockLeewaySeconds();

  /**
   * Least time between two fetches of keys caused by unknown key ids. A rotated key is taken within
   * this time; made-up key ids cost no more than one fetch per interval.
   */
  @WithDefault("5s")
  Duration keyRefreshInterval();

  /** How long to wait for the provider. */
  @WithDefault("3s")
  Duration timeout();
}
