package io.aegisx.tenancy.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where people sign in at the {@link TestIssuer}: a form, codes with PKCE (RFC 7636) for the
 * console, and tokens for passwords for scripts. Nobody is remembered: each sign-in asks anew.
 */
final class SignInEndpoints {

  private static final String CONSOLE = "aegisx-console";
  private static final String SCRIPTS = "aegisx-cli";
  private static final String CARRIED = "<input type=\"hidden\" name=\"%s\" value=\"%s\">";

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final TestIssuer issuer;

  SignInEndpoints(TestIssuer issuer) {
    this.issuer = issuer;
  }

  void register(HttpServer server, String root) {
    server.createContext(root + "/authorize", this::authorize);
    server.createContext(root + "/token", this::token);
    server.createContext(root + "/logout", this::logout);
  }

  /** Who has signed in, and what the client has to show for the code. */
  private record Grant(SignInUser user, String redirect, String challenge, String nonce) {}

  private void authorize(HttpExchange exchange) throws IOException {
    boolean posted = exchange.getRequestMethod().equals("POST");
    Map<String, String> asked = posted ? Exchanges.form(exchange) : Exchanges.query(exchange);
    Optional<String> problem = problemOf(asked);
    if (problem.isPresent()) {
      page(exchange, 400, problem.get(), Map.of());
    } else if (posted) {
      signIn(exchange, asked);
    } else {
      page(exchange, 200, "", asked);
    }
  }

  private void signIn(HttpExchange exchange, Map<String, String> asked) throws IOException {
    Optional<SignInUser> user =
        SignInUser.of(asked.getOrDefault("username", ""), asked.getOrDefault("password", ""));
    asked.remove("username");
    asked.remove("password");
    if (user.isEmpty()) {
      page(exchange, 401, "Wrong user or password", asked);
      return;
    }
    String redirect = asked.get("redirect_uri");
    String code = secret();
    codes.put(
        code,
        new Grant(
            user.get(), redirect, asked.get("code_challenge"), asked.getOrDefault("nonce", "")));
    Exchanges.redirect(exchange, redirect, "code=" + code + state(asked));
  }

  private static Optional<String> problemOf(Map<String, String> asked) {
    if (!CONSOLE.equals(asked.get("client_id"))) {
      return Optional.of("client_id must be " + CONSOLE);
    }
    if (!isConsole(asked.getOrDefault("redirect_uri", ""))) {
      return Optional.of("redirect_uri must be the console's at localhost or below it");
    }
    if (!"code".equals(asked.get("response_type"))) {
      return Optional.of("response_type must be code");
    }
    return "S256".equals(asked.get("code_challenge_method")) && asked.containsKey("code_challenge")
        ? Optional.empty()
        : Optional.of("code_challenge with code_challenge_method S256 is required");
  }

  private static boolean isConsole(String address) {
    URI uri = URI.create(address);
    String host = String.valueOf(uri.getHost());
    return (host.equals("localhost") || host.endsWith(".localhost"))
        && String.valueOf(uri.getPath()).equals("/console/");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = Exchanges.form(exchange);
    Optional<Grant> grant =
        switch (form.getOrDefault("grant_type", "")) {
          case "authorization_code" -> byCode(form);
          case "password" -> byPassword(form);
          default -> Optional.empty();
        };
    if (grant.isEmpty()) {
      Exchanges.json(exchange, 400, new JsonObject().put("error", "invalid_grant"));
    } else {
      Exchanges.json(exchange, 200, tokens(grant.get(), form.get("client_id")));
    }
  }

  /** Whatever does not fit: the code is used up. */
  private Optional<Grant> byCode(Map<String, String> form) {
    return Optional.ofNullable(codes.remove(form.getOrDefault("code", "")))
        .filter(grant -> CONSOLE.equals(form.get("client_id")))
        .filter(grant -> grant.redirect().equals(form.get("redirect_uri")))
        .filter(grant -> grant.challenge().equals(challengeOf(form.get("code_verifier"))));
  }

  private static Optional<Grant> byPassword(Map<String, String> form) {
    return SCRIPTS.equals(form.get("client_id"))
        ? SignInUser.of(form.getOrDefault("username", ""), form.getOrDefault("password", ""))
            .map(user -> new Grant(user, "", "", ""))
        : Optional.empty();
  }

  private JsonObject tokens(Grant grant, String client) {
    SignInUser user = grant.user();
    String id =
        issuer.token(
            claims -> {
              user.describe(claims);
              claims.setAudience(client);
              claims.setStringClaim("nonce", grant.nonce());
            });
    return new JsonObject()
        .put("access_token", issuer.token(user::authorize))
        .put("id_token", id)
        .put("token_type", "Bearer")
        .put("expires_in", TestIssuer.LIFE_MINUTES * 60)
        .put("scope", "openid profile email");
  }

  /** RFC 7636 section 4.6. */
  private static String challengeOf(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(String.valueOf(verifier).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private void logout(HttpExchange exchange) throws IOException {
    Map<String, String> asked = Exchanges.query(exchange);
    String back = asked.getOrDefault("post_logout_redirect_uri", "");
    if (isConsole(back)) {
      Exchanges.redirect(exchange, back, "signed_out=true" + state(asked));
    } else {
      page(exchange, 400, "post_logout_redirect_uri must be the console's", Map.of());
    }
  }

  private String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String state(Map<String, String> asked) {
    String state = asked.getOrDefault("state", "");
    return state.isEmpty() ? "" : "&state=" + URLEncoder.encode(state, UTF_8);
  }

  private static void page(
      HttpExchange exchange, int status, String problem, Map<String, String> carried)
      throws IOException {
    StringBuilder hidden = new StringBuilder();
    carried.forEach((name, value) -> hidden.append(CARRIED.formatted(escape(name), escape(value))));
    String html =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Sign in</title></head><body><main>
        <h1>Sign in</h1><p role="alert">%s</p>
        <form method="post" action="authorize">%s
        <label>User <input name="username" required></label>
        <label>Password <input name="password" type="password" required></label>
        <button>Sign in</button></form></main></body></html>
        """
            .formatted(escape(problem), hidden);
    Exchanges.send(exchange, status, "text/html; charset=utf-8", html);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
