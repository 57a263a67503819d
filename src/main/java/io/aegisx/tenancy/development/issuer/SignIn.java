package io.aegisx.tenancy.development.issuer;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;

/** The pages on which somebody signs in and out, for the console. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class SignIn {

  private final DevelopmentUsers users;
  private final Grants grants;

  SignIn(DevelopmentUsers users, Grants grants) {
    this.users = users;
    this.grants = grants;
  }

  /** Shows the form. */
  void ask(RoutingContext request) {
    AuthorizationRequest asked = new AuthorizationRequest(request.queryParams());
    asked
        .problem()
        .ifPresentOrElse(
            problem -> page(request, 400, SignInPage.message("Cannot sign in", problem)),
            () -> page(request, 200, SignInPage.form(asked.carried(), "")));
  }

  /** Takes the form; sends the code to the client, or shows the form again. */
  void answer(RoutingContext request) {
    AuthorizationRequest asked = new AuthorizationRequest(request.request().formAttributes());
    if (asked.problem().isPresent()) {
      page(request, 400, SignInPage.message("Cannot sign in", asked.problem().get()));
      return;
    }
    users
        .signIn(asked.value("username").orElse(""), asked.value("password").orElse(""))
        .subscribe()
        .with(found -> goOn(request, asked, found), request::fail);
  }

  private void goOn(
      RoutingContext request, AuthorizationRequest asked, Optional<DevelopmentUser> found) {
    if (found.isEmpty()) {
      page(request, 401, SignInPage.form(asked.carried(), "Wrong user or password"));
      return;
    }
    String redirectUri = asked.value("redirect_uri").orElseThrow();
    Grants.Grant grant = new Grants.Grant(found.get(), TokenEndpoint.CONSOLE, asked.value("nonce"));
    String code =
        grants.codeFor(
            new Grants.CodeGrant(grant, redirectUri, asked.value("code_challenge").orElseThrow()));
    redirect(request, redirectUri, Optional.of(code), asked.value("state"));
  }

  /** Nobody is remembered here, so signing out is only the way back. */
  void end(RoutingContext request) {
    AuthorizationRequest asked = new AuthorizationRequest(request.queryParams());
    asked
        .value("post_logout_redirect_uri")
        .filter(AuthorizationRequest::isLocal)
        .ifPresentOrElse(
            back -> redirect(request, back, Optional.empty(), asked.value("state")),
            () -> page(request, 200, SignInPage.message("Signed out", "You are signed out.")));
  }

  private static void redirect(
      RoutingContext request, String target, Optional<String> code, Optional<String> state) {
    UriBuilder address = UriBuilder.fromUri(target);
    code.ifPresent(value -> address.queryParam("code", "{code}"));
    state.ifPresent(value -> address.queryParam("state", "{state}"));
    String location =
        address
            .resolveTemplate("code", code.orElse(""))
            .resolveTemplate("state", state.orElse(""))
            .build()
            .toString();
    request.response().setStatusCode(303).putHeader("Location", location).end();
  }

  private static void page(RoutingContext request, int status, String html) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(html);
  }
}
