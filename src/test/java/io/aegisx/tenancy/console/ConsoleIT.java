package io.aegisx.tenancy.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as the package serves it. */
@QuarkusIntegrationTest
@QuarkusTestResource(ServiceResource.class)
class ConsoleIT {

  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/console/assets/[^\"]+)\"");

  @Test
  void itSaysWhereToSignInWithoutAToken() {
    Api.Answer answer = Api.ofService().get("/console/config.json");

    assertEquals(200, answer.status(), answer.text());
    JsonObject configuration = answer.json();
    assertEquals(ServiceResource.issuer().issuer(), configuration.getString("issuer"));
    assertEquals("localhost", configuration.getString("baseDomain"));
    assertEquals("openid profile email", configuration.getString("scope"));
    assertTrue(configuration.containsKey("clientId"));
    assertEquals("no-cache", answer.header("Cache-Control"));
  }

  @Test
  void itsAddressEndsWithASlash() {
    Api.Answer answer = Api.ofService().get("/console");

    assertEquals(308, answer.status());
    assertEquals("/console/", answer.header("Location"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/", "/console/tenants", "/console/tenants/acme/usage"})
  void everyPageIsTheConsoleUnderAStrictPolicy(String page) {
    Api.Answer answer = Api.ofService().get(page);

    assertEquals(200, answer.status(), answer.text());
    assertTrue(answer.text().contains("<div id=\"root\">"), answer.text());
    String policy = answer.header("Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'self'; connect-src 'self' http://"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("no-cache", answer.header("Cache-Control"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
  }

  @Test
  void whatAPageNeedsIsThereAndKept() {
    List<String> assets =
        ASSET
            .matcher(Api.ofService().get("/console/").text())
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertTrue(assets.size() >= 2, assets::toString);
    for (String asset : assets) {
      Api.Answer answer = Api.ofService().get(asset);
      assertEquals(200, answer.status(), asset);
      assertTrue(answer.header("Cache-Control").contains("immutable"), asset);
    }
  }

  @Test
  void whatIsNotThereIsNotTheConsole() {
    assertEquals(404, Api.ofService().get("/console/assets/missing.js").status());
  }
}
