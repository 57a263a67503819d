package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.aegisx.tenancy.testing.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider is away, ill or silent: what can be checked is served, the rest is told to wait. */
class ProviderOutageIT {

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int AT_ONCE = 60;

  private static ServiceStack stack;
  private static ServiceProcess service;

  @BeforeAll
  static void start() {
    stack = ServiceStack.start("outage");
    service = ServiceProcess.start(environment(Map.of("OIDC_KEY_LIFETIME", "2s"))).awaitReady();
  }

  @AfterAll
  static void stop() {
    service.close();
    stack.close();
  }

  @AfterEach
  void heal() {
    Outage.end();
  }

  /** What may be wrong with a provider. */
  enum Outage {
    AWAY,
    ILL,
    SILENT;

    void begin() {
      if (this == AWAY) {
        stack.issuer().stop();
      } else {
        stack.issuer().feel(TestIssuer.Mood.valueOf(name()));
      }
    }

    static void end() {
      stack.issuer().feel(TestIssuer.Mood.WELL);
      stack.issuer().stop();
      stack.issuer().start();
    }
  }

  @ParameterizedTest
  @EnumSource
  void knownKeysCountWhileUnknownOnesCannotBeJudged(Outage outage) {
    assertEquals(200, tenants(service, stack.issuer().superAdmin()).status());
    String strange = tokenBy(TestIssuer.newCurveKey());
    assertEquals("UNAUTHENTICATED", awaitJudgement(strange));

    outage.begin();

    Polling.await(LONGEST, () -> isUnavailable(tenants(service, strange)));
    for (int i = 0; i < 5; i++) {
      assertUnavailable(tenants(service, strange));
      assertEquals(200, tenants(service, stack.issuer().superAdmin()).status());
    }
    Outage.end();
    assertEquals("UNAUTHENTICATED", awaitJudgement(strange));
  }

  @Test
  void aKeyThatIsWithdrawnStopsCounting() {
    PublicJsonWebKey leaked = TestIssuer.newCurveKey();
    stack.issuer().publish(leaked);
    String token = tokenBy(leaked);
    Polling.await(LONGEST, () -> mine(service, token).status() == 200);

    stack.issuer().withdraw(leaked);

    Polling.await(LONGEST, () -> mine(service, token).code().equals("UNAUTHENTICATED"));
    assertEquals(200, tenants(service, stack.issuer().superAdmin()).status());
  }

  @Test
  void aKeyThatReplacesAnotherUnderItsIdIsAccepted() {
    String old = stack.issuer().superAdmin();
    assertEquals(200, tenants(service, old).status());

    stack.issuer().replaceKey();
    String replaced = stack.issuer().superAdmin();

    Polling.await(LONGEST, () -> tenants(service, replaced).status() == 200);
    assertEquals("UNAUTHENTICATED", tenants(service, old).code());
  }

  @Test
  void aProviderThatComesLaterIsAskedOnceAtATime() {
    Outage.AWAY.begin();
    try (ServiceProcess late = ServiceProcess.start(environment(Map.of())).awaitReady()) {
      assertServesWhatNeedsNoToken(late);
      assertAsksRarely(late);
      for (Outage outage : List.of(Outage.ILL, Outage.SILENT)) {
        Outage.end();
        outage.begin();
        assertAsksRarely(late);
      }

      Outage.end();
      int keyRequests = stack.issuer().keyRequests();
      allAtOnce(late).forEach(answer -> assertEquals(200, answer.status(), answer.text()));
      assertTrue(stack.issuer().keyRequests() - keyRequests <= 2, "few fetches");
    }
  }

  @ParameterizedTest
  @CsvSource({"OIDC_CLOCK_LEEWAY_SECONDS, 11", "OIDC_KEY_REFRESH_INTERVAL, 31s"})
  void aSettingThatWouldBreakAPromiseStopsTheStart(String name, String value) {
    try (ServiceProcess refused = ServiceProcess.start(environment(Map.of(name, value)))) {
      assertNotEquals(0, refused.awaitExit());
      assertTrue(refused.output().contains(settingOf(name)), refused.output());
    }
  }

  private static String settingOf(String variable) {
    return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }

  private static void assertServesWhatNeedsNoToken(ServiceProcess late) {
    assertEquals(200, late.api().get("/q/openapi").status());
    assertEquals("UNAUTHENTICATED", late.api().get("/tenants").code());
    assertEquals("TENANT_REQUIRED", late.api().get("/tenants/current").code());
  }

  private static void assertAsksRarely(ServiceProcess late) {
    int before = stack.issuer().discoveries();
    allAtOnce(late).forEach(ProviderOutageIT::assertUnavailable);
    int questions = stack.issuer().discoveries() - before;
    assertTrue(questions <= AT_ONCE / 10, questions + " questions for " + AT_ONCE + " tokens");
  }

  private static List<Api.Answer> allAtOnce(ServiceProcess late) {
    String token = stack.issuer().superAdmin();
    List<CompletableFuture<Api.Answer>> answers =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> late.api().withToken(token).sendAsync("GET", "/tenants/mine", null))
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  /** The code for a token once the provider has been asked about it. */
  private static String awaitJudgement(String token) {
    Polling.await(LONGEST, () -> !isUnavailable(tenants(service, token)));
    return tenants(service, token).code();
  }

  private static void assertUnavailable(Api.Answer answer) {
    Answers.assertRefused("outage", 503, "IDP_UNAVAILABLE", answer);
    assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
  }

  private static boolean isUnavailable(Api.Answer answer) {
    return answer.code().equals("IDP_UNAVAILABLE");
  }

  private static String tokenBy(PublicJsonWebKey key) {
    return TestIssuer.sign(stack.issuer().claims(claims -> {}), key, "ES256");
  }

  private static Api.Answer mine(ServiceProcess process, String token) {
    return process.api().withToken(token).get("/tenants/mine");
  }

  private static Api.Answer tenants(ServiceProcess process, String token) {
    return process.api().withToken(token).get("/tenants");
  }

  private static Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment = stack.environment();
    environment.put("OIDC_KEY_REFRESH_INTERVAL", "1s");
    environment.put("OIDC_TIMEOUT", "1s");
    environment.putAll(more);
    return environment;
  }
}
