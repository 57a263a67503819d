package io.aegisx.tenancy.development.issuer;

import io.aegisx.tenancy.access.token.OidcSettings;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * A small OpenID provider at {@code /dev-idp}, so that a developer needs none: discovery, keys,
 * sign-in page, tokens. It trusts everybody who knows a name: never in a package.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class DevelopmentIssuer {

  private static final String ROOT = "/dev-idp";
  private static final long MOST_BYTES = 16_384;

  private final OidcSettings settings;
  private final IssuerKey key;
  private final TokenEndpoint tokens;
  private final SignIn signIn;

  DevelopmentIssuer(OidcSettings settings, IssuerKey key, TokenEndpoint tokens, SignIn signIn) {
    this.settings = settings;
    this.key = key;
    this.tokens = tokens;
    this.signIn = signIn;
  }

  void register(@Observes Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(MOST_BYTES);
    router.route(ROOT + "/*").handler(DevelopmentIssuer::allowAnyOrigin);
    router
        .get(ROOT + "/.well-known/openid-configuration")
        .handler(request -> request.json(discovery()));
    router.get(ROOT + "/jwks").handler(request -> request.json(keys()));
    router.get(ROOT + "/authorize").handler(signIn::ask);
    router.post(ROOT + "/authorize").handler(body).handler(signIn::answer);
    router.get(ROOT + "/logout").handler(signIn::end);
    router.post(ROOT + "/token").handler(body).handler(this::token);
  }

  private static void allowAnyOrigin(RoutingContext request) {
    request.response().putHeader("Access-Control-Allow-Origin", "*");
    request.next();
  }

  private JsonObject discovery() {
    String issuer = settings.issuer();
    return new JsonObject()
        .put("issuer", issuer)
        .put("authorization_endpoint", issuer + "/authorize")
        .put("token_endpoint", issuer + "/token")
        .put("jwks_uri", issuer + "/jwks")
        .put("end_session_endpoint", issuer + "/logout")
        .put("response_types_supported", new JsonArray().add("code"))
        .put(
            "grant_types_supported",
            new JsonArray().add("password").add("authorization_code").add("refresh_token"))
        .put("code_challenge_methods_supported", new JsonArray().add("S256"))
        .put("subject_types_supported", new JsonArray().add("public"))
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"))
        .put("scopes_supported", new JsonArray().add("openid").add("profile").add("email"))
        .put("token_endpoint_auth_methods_supported", new JsonArray().add("none"));
  }

  private JsonObject keys() {
    return new JsonObject().put("keys", new JsonArray().add(new JsonObject(key.published())));
  }

  private void token(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    request.response().putHeader("Cache-Control", "no-store");
    tokens.answer(form).subscribe().with(request::json, failure -> refuse(request, failure));
  }

  private static void refuse(RoutingContext request, Throwable failure) {
    Optional.of(failure)
        .filter(TokenEndpoint.Refusal.class::isInstance)
        .map(refusal -> ((TokenEndpoint.Refusal) refusal).body())
        .ifPresentOrElse(
            body ->
                request
                    .response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/json")
                    .end(body.encode()),
            () -> request.fail(failure));
  }
}
