package io.aegisx.tenancy.development.issuer;

import io.aegisx.tenancy.access.token.OidcSettings;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jose4j.jwt.JwtClaims;

/** Makes the tokens of the development issuer. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class IssuedTokens {

  private static final int LIFE_MINUTES = 60;

  private final IssuerKey key;
  private final OidcSettings settings;

  IssuedTokens(IssuerKey key, OidcSettings settings) {
    this.key = key;
    this.settings = settings;
  }

  /** The answer of the token endpoint, RFC 6749 section 5.1. */
  JsonObject answer(Grants.Grant grant, String refreshToken) {
    return new JsonObject()
        .put("access_token", key.sign(accessClaims(grant.user())))
        .put("id_token", key.sign(idClaims(grant)))
        .put("refresh_token", refreshToken)
        .put("token_type", "Bearer")
        .put("expires_in", LIFE_MINUTES * 60)
        .put("scope", "openid profile email");
  }

  private JwtClaims accessClaims(DevelopmentUser user) {
    JwtClaims claims = claimsOf(user, settings.audience());
    claims.setStringListClaim("roles", List.of(user.role()));
    user.tenant()
        .ifPresent(tenant -> claims.setStringClaim("tenant_id", tenant.subdomain().value()));
    return claims;
  }

  private JwtClaims idClaims(Grants.Grant grant) {
    JwtClaims claims = claimsOf(grant.user(), grant.client());
    grant.nonce().ifPresent(nonce -> claims.setStringClaim("nonce", nonce));
    return claims;
  }

  private JwtClaims claimsOf(DevelopmentUser user, String audience) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(settings.issuer());
    claims.setAudience(audience);
    claims.setSubject(user.login());
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(LIFE_MINUTES);
    claims.setGeneratedJwtId();
    claims.setStringClaim("preferred_username", user.login());
    claims.setStringClaim("name", user.login());
    claims.setStringClaim("email", user.email());
    return claims;
  }
}
