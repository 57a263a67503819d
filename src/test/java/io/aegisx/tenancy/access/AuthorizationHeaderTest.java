package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a token is sent: once, as a bearer token, in the Authorization header. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class AuthorizationHeaderTest {

  private static final String TOKEN = "{token}";

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "BEARER " + TOKEN})
  void theSchemeIsReadInAnyCase(String header) {
    Api.Answer answer = with(header).get("/users");

    Answers.assertServed(header, 200, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer null",
        "Bearer a.b.c",
        "Bearer ..",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Bearer  " + TOKEN,
        "Bearer " + TOKEN + " " + TOKEN,
        "Bearer " + TOKEN + "," + TOKEN,
        "Bearer=" + TOKEN,
        "Bearer \"" + TOKEN + "\"",
        "Basic cm9vdDpyb290",
        "Basic " + TOKEN,
        "DPoP " + TOKEN,
        "Negotiate " + TOKEN,
        TOKEN
      })
  void anythingElseIsRefusedAlsoWhereNoTokenIsNeeded(String header) {
    for (String path : List.of("/users", "/tenants", "/tenants/mine", "/tenants/current")) {
      Answers.assertUnauthenticated(header + " on " + path, with(header).get(path));
    }
  }

  @Test
  void noTokenIsRefusedWhereOneIsNeeded() {
    for (String path : List.of("/users", "/tenants", "/tenants/mine", "/tenants/" + tenant)) {
      Answers.assertUnauthenticated(path, Api.ofService().forTenant(tenant).get(path));
    }
  }

  @Test
  void twoTokensAreOneTooMany() {
    String good = token();

    for (String path : List.of("/users", "/tenants/mine", "/tenants/current")) {
      for (List<String> headers :
          List.of(
              List.of("Bearer " + good, "Bearer " + good),
              List.of("Bearer " + good, "Bearer x"),
              List.of("Bearer x", "Bearer " + good),
              List.of("Basic cm9vdDpyb290", "Bearer " + good))) {
        assertTwoAreRefused(path, headers);
      }
    }
  }

  private static void assertTwoAreRefused(String path, List<String> headers) {
    Api.Answer answer =
        Api.ofService().forTenant(tenant).sendRepeating("Authorization", headers, "GET", path);

    Answers.assertUnauthenticated(headers + " on " + path, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users?access_token=" + TOKEN,
        "/users?token=" + TOKEN,
        "/users?Authorization=Bearer%20" + TOKEN,
        "/users;access_token=" + TOKEN
      })
  void aTokenInTheAddressDoesNotCount(String path) {
    Api.Answer answer = Api.ofService().forTenant(tenant).get(path.replace(TOKEN, token()));

    Answers.assertUnauthenticated(path, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cookie: q_session=" + TOKEN,
        "X-Forwarded-Access-Token: " + TOKEN,
        "Proxy-Authorization: Bearer " + TOKEN,
        "X-Authorization: Bearer " + TOKEN
      })
  void aTokenInAnotherHeaderDoesNotCount(String header) {
    String[] parts = header.replace(TOKEN, token()).split(": ", 2);

    Api.Answer answer = Api.ofService().forTenant(tenant).with(parts[0], parts[1]).get("/users");

    Answers.assertUnauthenticated(parts[0], answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x", "Basic cm9vdDpyb290", "Bearer " + TOKEN, ""})
  void thePlatformsOwnPagesTakeNoNoticeOfATokenAtAll(String header) {
    for (String path : List.of("/q/openapi", "/q/openapi?format=json", "/q/swagger-ui/")) {
      Answers.assertServed(path, 200, with(header).get(path));
    }
  }

  @Test
  void theProfileOfATenantNeedsNoToken() {
    Api.Answer answer = Api.ofService().forTenant(tenant).get("/tenants/current");

    assertEquals(200, answer.status(), answer.text());
    assertEquals(Set.of("name", "subdomain", "branding"), answer.json().fieldNames());
  }

  @Test
  void anAnswerToHeadIsRefusedLikeThatToGet() {
    Api.Answer refused = Api.ofService().forTenant(tenant).send("HEAD", "/users", null);
    Api.Answer served = with("Bearer " + TOKEN).send("HEAD", "/users", null);

    assertEquals(401, refused.status());
    assertTrue(refused.header("WWW-Authenticate").startsWith("Bearer"));
    assertEquals(200, served.status());
  }

  private static Api with(String header) {
    return Api.ofService().forTenant(tenant).with("Authorization", header.replace(TOKEN, token()));
  }

  private static String token() {
    return ServiceResource.issuer().admin(tenant);
  }
}
