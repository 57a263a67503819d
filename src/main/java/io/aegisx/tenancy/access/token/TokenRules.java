package io.aegisx.tenancy.access.token;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * What a token must keep to beyond signature, issuer, audience and expiry: it is an access token,
 * and it was not issued in the future.
 */
@ApplicationScoped
@Unremovable
public class TokenRules implements Validator {

  /** What providers call their tokens that are not for APIs, in the claim {@code typ}. */
  private static final Set<String> OTHER_TYPES = Set.of("ID", "Refresh", "Offline", "Logout");

  private final int leewaySeconds;

  TokenRules(OidcSettings settings) {
    this.leewaySeconds = settings.clockLeewaySeconds();
  }

  /** What is wrong with a token; null if nothing is. */
  @Override
  public @Nullable String validate(JwtContext context) throws MalformedClaimException {
    JwtClaims claims = context.getJwtClaims();
    if (!isAccessToken(claims.getClaimValue("typ"))) {
      return "it is not an access token";
    }
    return isIssuedLater(claims.getIssuedAt()) ? "it was issued in the future" : null;
  }

  private static boolean isAccessToken(@Nullable Object type) {
    return type == null || (type instanceof String text && !OTHER_TYPES.contains(text));
  }

  private boolean isIssuedLater(@Nullable NumericDate issuedAt) {
    return issuedAt != null && issuedAt.getValue() > NumericDate.now().getValue() + leewaySeconds;
  }
}
