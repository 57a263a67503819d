package io.aegisx.tenancy.development.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers what has been granted: codes, each good once and for a minute, and refresh tokens. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class Grants {

  private static final Duration CODE_LIFE = Duration.ofMinutes(1);
  private static final Duration REFRESH_LIFE = Duration.ofHours(8);
  private static final long MOST = 10_000;
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, CodeGrant> codes = cache(CODE_LIFE);
  private final Cache<String, Grant> refreshTokens = cache(REFRESH_LIFE);

  private static <T> Cache<String, T> cache(Duration life) {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(life).build();
  }

  String codeFor(CodeGrant grant) {
    String code = secret();
    codes.put(code, grant);
    return code;
  }

  Optional<CodeGrant> takeCode(String code) {
    @Nullable CodeGrant grant = codes.asMap().remove(code);
    return Optional.ofNullable(grant);
  }

  String refreshTokenFor(Grant grant) {
    String token = secret();
    refreshTokens.put(token, grant);
    return token;
  }

  Optional<Grant> takeRefreshToken(String token) {
    @Nullable Grant grant = refreshTokens.asMap().remove(token);
    return Optional.ofNullable(grant);
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Who signed in, and for which client. */
  record Grant(DevelopmentUser user, String client, Optional<String> nonce) {}

  /**
   * A grant that waits for its code.
   *
   * @param challenge SHA-256 of the verifier to come, RFC 7636
   */
  record CodeGrant(Grant grant, String redirectUri, String challenge) {}
}
