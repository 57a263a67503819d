package io.aegisx.tenancy.development.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issuer that developers sign in at, trusted by the service that it runs in. */
@QuarkusTest
@TestProfile(DevelopmentIssuerTest.TrustsItself.class)
@QuarkusTestResource(ServiceResource.class)
class DevelopmentIssuerTest {

  /** RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String CONSOLE = "http://localhost:8080/console/";

  /** As in development: the issuer's address is the service's own. */
  public static final class TrustsItself implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      int port = freePort();
      return Map.of(
          "quarkus.http.test-port",
          Integer.toString(port),
          "oidc.issuer",
          "http://127.0.0.1:" + port + "/dev-idp");
    }

    private static int freePort() {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Test
  void aPasswordGetsATokenThatTheServiceTakes() {
    String tenant = makeTenant();

    Api admin = withToken(tenant + "-admin");
    Api user = withToken(tenant + "-user");

    assertEquals(
        201, admin.forTenant(tenant).post("/users", Fixtures.user("a@b.example")).status());
    assertEquals(200, user.forTenant(tenant).get("/users").status());
    assertEquals(
        "FORBIDDEN", user.forTenant(tenant).post("/users", Fixtures.user("b@b.example")).code());
  }

  @Test
  void aSignInWithPkceGetsTokensOnce() {
    String code = signIn("root", "root");
    Map<String, String> exchange = exchange(code, VERIFIER);

    JsonObject tokens = post("/dev-idp/token", exchange).json();

    Api root = Api.ofService().withToken(tokens.getString("access_token"));
    assertEquals(200, root.get("/tenants").status());
    assertTrue(tokens.getString("id_token").split("\\.").length == 3);
    assertEquals("invalid_grant", post("/dev-idp/token", exchange).json().getString("error"));
  }

  @Test
  void aRefreshTokenIsGoodOnce() {
    JsonObject first = post("/dev-idp/token", exchange(signIn("root", "root"), VERIFIER)).json();
    Map<String, String> refresh =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "aegisx-console",
            "refresh_token", first.getString("refresh_token"));

    assertEquals(200, post("/dev-idp/token", refresh).status());
    assertEquals("invalid_grant", post("/dev-idp/token", refresh).json().getString("error"));
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifier() {
    Api.Answer stolen = post("/dev-idp/token", exchange(signIn("root", "root"), "guessed"));
    assertEquals(400, stolen.status());
    assertEquals("invalid_grant", stolen.json().getString("error"));
  }

  @ParameterizedTest
  @CsvSource({
    "password,aegisx-cli,root,wrong,invalid_grant",
    "password,aegisx-cli,nobody-user,nobody-user,invalid_grant",
    "password,aegisx-cli,nobody,nobody,invalid_grant",
    "password,aegisx-console,root,root,unauthorized_client",
    "password,other,root,root,invalid_client",
    "implicit,aegisx-cli,root,root,unsupported_grant_type"
  })
  void whatCannotBeGrantedIsRefused(
      String grant, String client, String user, String password, String error) {
    Api.Answer refused =
        post(
            "/dev-idp/token",
            Map.of(
                "grant_type", grant, "client_id", client, "username", user, "password", password));
    assertEquals(400, refused.status());
    assertEquals(error, refused.json().getString("error"));
  }

  @ParameterizedTest
  @CsvSource({
    "redirect_uri,https://evil.example/",
    "redirect_uri,http://localhost.evil.example/",
    "redirect_uri,javascript:alert(1)",
    "client_id,other",
    "response_type,token",
    "code_challenge_method,plain"
  })
  void aSignInThatCouldLeakTheCodeIsRefused(String name, String value) {
    Map<String, String> request = authorizationRequest();
    request.put(name, value);
    request.put("username", "root");
    request.put("password", "root");
    Api.Answer refused = post("/dev-idp/authorize", request);
    assertEquals(400, refused.status());
    assertNull(refused.header("Location"));
  }

  @Test
  void theFormShowsWhatTheClientSentAsText() {
    Map<String, String> request = authorizationRequest();
    request.put("state", "\"><script>alert(1)</script>");
    Api.Answer form = Api.ofService().get("/dev-idp/authorize?" + encode(request));
    assertEquals(200, form.status());
    assertTrue(!form.text().contains("<script>"), form.text());
  }

  @Test
  void aWrongPasswordShowsTheFormAgain() {
    Map<String, String> request = authorizationRequest();
    request.put("username", "root");
    request.put("password", "wrong");
    Api.Answer again = post("/dev-idp/authorize", request);
    assertEquals(401, again.status());
    assertTrue(again.text().contains("Wrong user or password"));
  }

  @Test
  void signingOutLeadsBackToThisMachineOnly() {
    Api.Answer back =
        Api.ofService().get("/dev-idp/logout?post_logout_redirect_uri=" + encode(CONSOLE));
    Api.Answer away =
        Api.ofService().get("/dev-idp/logout?post_logout_redirect_uri=https://evil.example");
    assertEquals(CONSOLE, back.header("Location"));
    assertNull(away.header("Location"));
  }

  private static String makeTenant() {
    String subdomain = Fixtures.subdomain();
    Api.Answer made =
        withToken("root")
            .post("/tenants", new JsonObject().put("name", "T").put("subdomain", subdomain));
    assertEquals(201, made.status(), made.text());
    return subdomain;
  }

  private static Api withToken(String login) {
    Api.Answer answer =
        post(
            "/dev-idp/token",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "aegisx-cli",
                "username",
                login,
                "password",
                login));
    assertEquals(200, answer.status(), answer.text());
    return Api.ofService().withToken(answer.json().getString("access_token"));
  }

  private static String signIn(String user, String password) {
    Map<String, String> form = authorizationRequest();
    form.put("username", user);
    form.put("password", password);
    Api.Answer answer = post("/dev-idp/authorize", form);
    assertEquals(303, answer.status(), answer.text());
    Matcher location =
        Pattern.compile(Pattern.quote(CONSOLE) + "\\?code=([^&]+)&state=s(%20|\\+)t")
            .matcher(answer.header("Location"));
    assertTrue(location.matches(), answer.header("Location"));
    return location.group(1);
  }

  private static Map<String, String> authorizationRequest() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", "aegisx-console");
    request.put("redirect_uri", CONSOLE);
    request.put("state", "s t");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return request;
  }

  private static Map<String, String> exchange(String code, String verifier) {
    return Map.of(
        "grant_type", "authorization_code",
        "client_id", "aegisx-console",
        "redirect_uri", CONSOLE,
        "code", code,
        "code_verifier", verifier);
  }

  private static Api.Answer post(String path, Map<String, String> form) {
    return Api.ofService()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(path, encode(form));
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
