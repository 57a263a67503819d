package io.aegisx.tenancy.development.issuer;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchanges passwords (for curl), codes with PKCE (for the console) and refresh tokens. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class TokenEndpoint {

  static final String CLI = "aegisx-cli";
  static final String CONSOLE = "aegisx-console";

  private final DevelopmentUsers users;
  private final Grants grants;
  private final IssuedTokens tokens;

  TokenEndpoint(DevelopmentUsers users, Grants grants, IssuedTokens tokens) {
    this.users = users;
    this.grants = grants;
    this.tokens = tokens;
  }

  /** The tokens for a request, or a {@link Refusal}. */
  Uni<JsonObject> answer(MultiMap form) {
    return Uni.createFrom()
        .deferred(() -> grantFor(form))
        .map(grant -> tokens.answer(grant, grants.refreshTokenFor(grant)));
  }

  private Uni<Grants.Grant> grantFor(MultiMap form) {
    String client = value(form, "client_id");
    if (!client.equals(CLI) && !client.equals(CONSOLE)) {
      throw new Refusal("invalid_client", "client_id must be " + CLI + " or " + CONSOLE);
    }
    return switch (value(form, "grant_type")) {
      case "password" -> byPassword(form, client);
      case "authorization_code" -> Uni.createFrom().item(byCode(form, client));
      case "refresh_token" -> Uni.createFrom().item(byRefreshToken(form, client));
      default ->
          throw new Refusal(
              "unsupported_grant_type", "password, authorization_code and refresh_token are known");
    };
  }

  private Uni<Grants.Grant> byPassword(MultiMap form, String client) {
    if (!client.equals(CLI)) {
      throw new Refusal("unauthorized_client", "Only " + CLI + " may send passwords");
    }
    return users
        .signIn(value(form, "username"), value(form, "password"))
        .map(found -> found.orElseThrow(() -> denied("Wrong user or password")))
        .map(user -> new Grants.Grant(user, client, Optional.empty()));
  }

  private Grants.Grant byCode(MultiMap form, String client) {
    return grants
        .takeCode(value(form, "code"))
        .filter(code -> code.grant().client().equals(client))
        .filter(code -> code.redirectUri().equals(value(form, "redirect_uri")))
        .filter(code -> code.challenge().equals(challengeOf(value(form, "code_verifier"))))
        .orElseThrow(() -> denied("The code is used, expired, or not for this client"))
        .grant();
  }

  private Grants.Grant byRefreshToken(MultiMap form, String client) {
    return grants
        .takeRefreshToken(value(form, "refresh_token"))
        .filter(grant -> grant.client().equals(client))
        .orElseThrow(() -> denied("The refresh token is used, expired, or not for this client"));
  }

  /** RFC 7636 section 4.6. */
  private static String challengeOf(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String value(MultiMap form, String name) {
    @Nullable String value = form.get(name);
    return value == null ? "" : value;
  }

  private static Refusal denied(String description) {
    return new Refusal("invalid_grant", description);
  }

  /** An error answer, RFC 6749 section 5.2. */
  static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String error;

    Refusal(String error, String description) {
      super(description, null, false, false);
      this.error = error;
    }

    JsonObject body() {
      return new JsonObject().put("error", error).put("error_description", getMessage());
    }
  }
}
