package io.aegisx.tenancy.access.token;

import io.aegisx.tenancy.resolution.ResolutionSettings;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens for canary tenants, so that a proof of isolation takes the way that any request
 * takes. The key is made by this process and never leaves it; its tokens open canaries only.
 */
@ApplicationScoped
public class CanaryIssuer {

  /** The name of its configuration, found again in what it verified. */
  public static final String ID = "canaries";

  /** What its tokens say about where they come from. */
  static final String ISSUER = "urn:aegisx:canaries";

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);
  private static final int KEY_BITS = 2048;

  private final OidcSettings settings;
  private final List<String> claimPath;
  private volatile @Nullable KeyPair keys;
  private volatile @Nullable OidcTenantConfig config;

  CanaryIssuer(OidcSettings settings, ResolutionSettings resolution) {
    this.settings = settings;
    this.claimPath = List.of(resolution.tenantClaim().split("\\.", -1));
  }

  /** Makes the key, once. Blocks for some 100 ms. */
  public synchronized void prepare() {
    if (keys == null) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair made = generator.generateKeyPair();
        config = configure(made);
        keys = made;
      } catch (NoSuchAlgorithmException everyJavaHasIt) {
        throw new IllegalStateException(everyJavaHasIt);
      }
    }
  }

  /**
   * A token of somebody in a canary tenant, good for two minutes.
   *
   * @throws IllegalArgumentException for any other tenant
   */
  public String token(Tenant canary, String role) {
    KeyPair signing = keys;
    if (signing == null || !Canaries.isCanary(canary.id())) {
      throw new IllegalArgumentException("Only canaries have tokens from here");
    }
    return Jwt.issuer(ISSUER)
        .audience(settings.audience())
        .subject(canary.subdomain().value())
        .claim(claimPath.get(0), nested(canary.id().toString()))
        .claim("roles", Set.of(role))
        .expiresIn(TOKEN_LIFE)
        .sign(signing.getPrivate());
  }

  private Object nested(String value) {
    Object claim = value;
    for (int depth = claimPath.size() - 1; depth > 0; depth--) {
      claim = Map.of(claimPath.get(depth), claim);
    }
    return claim;
  }

  /** How its tokens are verified; nothing before the key is made. */
  Optional<OidcTenantConfig> config() {
    return Optional.ofNullable(config);
  }

  private OidcTenantConfig configure(KeyPair made) {
    return OidcTenantConfig.builder()
        .tenantId(ID)
        .applicationType(ApplicationType.SERVICE)
        .publicKey(Base64.getEncoder().encodeToString(made.getPublic().getEncoded()))
        .token()
        .issuer(ISSUER)
        .audience(settings.audience())
        .end()
        .build();
  }
}
