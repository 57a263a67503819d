package io.aegisx.tenancy.console;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.aegisx.tenancy.testing.Installation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The console of the package in a browser, under the policy that it is served with. Skipped where
 * there is no Chromium, unless {@code BROWSER_TESTS} is {@code required}. The scenarios are in
 * {@code src/main/webui/e2e/scenarios}.
 */
class ConsoleBrowserIT {

  private static Installation installation;
  private static Browser browser;

  @BeforeAll
  static void start() {
    Optional<String> missing = Browser.missing();
    if (missing.isPresent() && "required".equals(System.getenv("BROWSER_TESTS"))) {
      fail(missing.get());
    }
    assumeTrue(missing.isEmpty(), missing::get);
    installation = Installation.start("browser", Map.of("OIDC_CLIENT_ID", "aegisx-console"));
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (installation != null) {
      installation.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> scenarios() {
    String console = "http://localhost:" + installation.service().port();
    return browser.run(console).stream()
        .map(outcome -> dynamicTest(outcome.scenario(), () -> requirePassed(outcome)));
  }

  private static void requirePassed(Browser.Outcome outcome) {
    if (!outcome.passed()) {
      String log = installation.service().output();
      String end = log.substring(Math.max(0, log.length() - 2_000));
      fail(outcome.scenario() + "\n" + outcome.report() + "\nThe service at last:\n" + end);
    }
  }
}
