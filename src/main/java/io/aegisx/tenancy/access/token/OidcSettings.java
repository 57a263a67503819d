package io.aegisx.tenancy.access.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

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
  @Min(0)
  @Max(10)
  int clockLeewaySeconds();

  /**
   * Least time between two fetches of keys caused by unknown key ids, 1 to 30 seconds. A rotated
   * key is taken within this time; made-up key ids cost no more than one fetch per interval.
   */
  @WithDefault("5s")
  @DurationMin(seconds = 1)
  @DurationMax(seconds = 30)
  Duration keyRefreshInterval();

  /**
   * Time after which the keys are fetched anew, 1 second to 1 hour. So long a withdrawn key may
   * still be taken, and one that replaced another under its id may not be.
   */
  @WithDefault("20s")
  @DurationMin(seconds = 1)
  @DurationMax(hours = 1)
  Duration keyLifetime();

  /** How long to wait for each answer of the provider, at least 100 ms. */
  @WithDefault("3s")
  @DurationMin(millis = 100)
  Duration timeout();
}
