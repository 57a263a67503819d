package io.aegisx.tenancy.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What browser tests sign in at is as strict as a provider has to be. */
class SignInEndpointsTest {

  /** RFC 7636 appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String CONSOLE = "http://acme.localhost:8080/console/";
  private static final String ASKED =
      "client_id=aegisx-console&response_type=code&state=s&code_challenge=%s"
          + "&code_challenge_method=%s&redirect_uri=%s";

  private final TestIssuer issuer = new TestIssuer();
  private final Api api =
      Api.of(issuer.issuer()).with("Content-Type", "application/x-www-form-urlencoded");

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void aCodeIsGoodOnceAndWithItsVerifierOnly() {
    assertEquals(400, exchange(code(), "another-verifier", CONSOLE).status());
    assertEquals(400, exchange(code(), VERIFIER, "http://localhost:8080/console/").status());
    String code = code();
    Api.Answer answer = exchange(code, VERIFIER, CONSOLE);
    assertEquals(200, answer.status(), answer.text());
    assertTrue(answer.json().containsKey("id_token"));
    assertEquals(400, exchange(code, VERIFIER, CONSOLE).status());
  }

  @Test
  void nobodyIsSentElsewhereNorWithoutAChallenge() {
    String away = ASKED.formatted(CHALLENGE, "S256", "http://elsewhere.example/console/");
    assertEquals(400, api.get("/authorize?" + away).status());
    String plain = ASKED.formatted(CHALLENGE, "plain", CONSOLE);
    assertEquals(400, api.get("/authorize?" + plain).status());
  }

  @Test
  void aWrongPasswordGetsNoCode() {
    Api.Answer answer = signIn("acme-admin", "guessed");
    assertEquals(401, answer.status());
    assertFalse(answer.headers().containsKey("location"));
  }

  private String code() {
    String location = signIn("acme-admin", "acme-admin").header("Location");
    Matcher found = Pattern.compile("\\?code=([^&]+)&state=s$").matcher(location);
    assertTrue(found.find(), location);
    return found.group(1);
  }

  private Api.Answer signIn(String name, String password) {
    String asked = ASKED.formatted(CHALLENGE, "S256", CONSOLE);
    return api.post("/authorize", asked + "&username=" + name + "&password=" + password);
  }

  private Api.Answer exchange(String code, String verifier, String redirect) {
    return api.post(
        "/token",
        "grant_type=authorization_code&client_id=aegisx-console&code=%s&code_verifier=%s&redirect_uri=%s"
            .formatted(code, verifier, redirect));
  }
}
