package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rate of each tenant, on a service where basic ones have 5 requests a second. */
class ThrottleIT {

  private static final int BURST = 10;

  private static Installation installation;

  @BeforeAll
  static void start() {
    installation =
        Installation.start(
            "throttle",
            Map.of(
                "TENANCY_PLANS_BASIC_REQUESTS_PER_SECOND", "5",
                "TENANCY_PLANS_BASIC_BURST", Integer.toString(BURST),
                "TENANCY_THROTTLING_STRANGER_REQUESTS_PER_SECOND", "20"));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void ordinaryAnswersSayWhatIsLeft(String isolation) {
    String tenant = Fixtures.subdomain();
    installation.tenant(tenant, isolation);

    Api.Answer served = installation.admin(tenant).get("/users");

    assertEquals(200, served.status());
    assertEquals("\"tenant\";q=20000;w=1", served.header("RateLimit-Policy"));
    assertEquals("\"tenant\";r=39999;t=1", served.header("RateLimit"));
    assertNull(served.header("Retry-After"));
  }

  @Test
  void whoSendsTooMuchIsToldToWaitAndOthersAreNot() {
    String noisy = basic();
    String quiet = basic();

    List<Api.Answer> answers = flood(noisy, 3 * BURST);

    long served = answers.stream().filter(answer -> answer.status() == 200).count();
    assertTrue(served >= BURST && served < 2 * BURST, () -> AtOnce.outcomes(answers).toString());
    answers.stream().filter(answer -> answer.status() != 200).forEach(ThrottleIT::assertRefused);
    assertEquals(200, installation.admin(quiet).get("/users").status());

    Polling.await(
        Duration.ofSeconds(5), () -> installation.admin(noisy).get("/users").status() == 200);
  }

  private static void assertRefused(Api.Answer answer) {
    assertEquals(429, answer.status(), answer.text());
    assertEquals("RATE_LIMITED", answer.code());
    assertTrue(answer.json().getString("detail").contains("5 a second allowed"), answer.text());
    assertEquals("\"tenant\";q=5;w=1", answer.header("RateLimit-Policy"));
    assertEquals("\"tenant\";r=0;t=" + answer.header("Retry-After"), answer.header("RateLimit"));
    assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
    assertFalse(answer.header("X-Request-ID").isBlank());
  }

  @Test
  void aRefusedPostLeavesItsConnectionInOrder() {
    String tenant = basic();
    flood(tenant, 2 * BURST);

    for (int i = 0; i < 5; i++) {
      Api.Answer refused =
          installation.admin(tenant).post("/users", Fixtures.user("u" + i + "@example.com"));
      assertEquals("RATE_LIMITED", refused.code(), refused::toString);
    }
    assertEquals(200, installation.root().get("/tenants/" + tenant).status());
  }

  @Test
  void strangersUseUpTheirOwnRateOnly() {
    String tenant = basic();
    Api nobody = installation.service().api().forTenant(tenant);
    String foreign = installation.stack().issuer().member("elsewhere");

    List<Api.Answer> answers =
        AtOnce.send(
            120,
            i ->
                (i % 2 == 0 ? nobody : nobody.withToken(foreign))
                    .sendAsync("GET", "/tenants/current", null));

    Map<String, Integer> outcomes = AtOnce.outcomes(answers);
    assertTrue(outcomes.get("200") >= 40, outcomes::toString);
    assertTrue(outcomes.get("429 RATE_LIMITED") >= 20, outcomes::toString);
    assertEquals(2, outcomes.size(), outcomes::toString);
    Api.Answer refused =
        answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
    assertEquals("\"address\";q=20;w=1", refused.header("RateLimit-Policy"));
    assertEquals(
        "\"tenant\";r=9;t=1", installation.admin(tenant).get("/users").header("RateLimit"));
  }

  @Test
  void aTokenThatDoesNotVerifyCostsTheTenantNothing() {
    String tenant = basic();
    Api forged = installation.admin(tenant).withToken("forged");

    AtOnce.send(3 * BURST, i -> forged.sendAsync("GET", "/users", null))
        .forEach(answer -> assertTrue(answer.status() == 401 || answer.status() == 429));

    assertEquals(
        "\"tenant\";r=9;t=1", installation.admin(tenant).get("/users").header("RateLimit"));
  }

  @Test
  void thePlatformIsRunWithoutLimitWhileATenantIsRefused() {
    String tenant = basic();
    flood(tenant, 2 * BURST);
    Api root = installation.root();

    for (int i = 0; i < 2 * BURST; i++) {
      Api.Answer answer = root.get("/tenants/" + tenant);
      assertEquals(200, answer.status());
      assertNull(answer.header("RateLimit"));
      assertEquals(200, root.forTenant(tenant).get("/tenants").status());
    }
    assertEquals(200, root.put("/tenants/" + tenant + "/suspend", null).status());
    assertEquals(200, installation.service().management().get("/q/health/ready").status());
    assertNull(installation.service().api().get("/q/openapi").header("RateLimit"));
  }

  @Test
  void inATenantThePlatformIsLimitedAsTheTenantIs() {
    String tenant = basic();
    flood(tenant, 2 * BURST);

    assertEquals("RATE_LIMITED", installation.root().get("/tenants/" + tenant + "/users").code());
  }

  @Test
  void anotherPlanTakesEffectAtOnce() {
    String tenant = basic();
    flood(tenant, 2 * BURST);
    assertEquals("RATE_LIMITED", installation.admin(tenant).get("/users").code());

    plan(tenant, "pro");

    Polling.await(
        Duration.ofSeconds(1),
        () -> {
          Api.Answer answer = installation.admin(tenant).get("/users");
          return answer.status() == 200
              && answer.header("RateLimit-Policy").equals("\"tenant\";q=5000;w=1");
        });
  }

  /** Canaries have the basic plan, and a proof asks them more than that allows. */
  @Test
  void proofsOfIsolationAreNotLimited() {
    for (int i = 0; i < 2; i++) {
      Api.Answer proof = installation.root().post("/isolation", new JsonObject());
      assertEquals(200, proof.status(), proof.text());
      assertEquals("isolated", proof.json().getString("verdict"), proof.text());
    }
  }

  @Test
  void aRateOfNothingIsNoSetting() {
    Map<String, String> environment = installation.stack().environment();
    environment.put("TENANCY_PLANS_PRO_REQUESTS_PER_SECOND", "0");
    try (ServiceProcess service = ServiceProcess.start(environment)) {
      assertTrue(service.awaitExit() != 0);
      assertTrue(
          service
              .output()
              .contains("tenancy.plans.PRO.requests-per-second must be greater than or equal to 1"),
          service::output);
    }
  }

  private static List<Api.Answer> flood(String tenant, int requests) {
    Api admin = installation.admin(tenant);
    return AtOnce.send(requests, i -> admin.sendAsync("GET", "/users", null));
  }

  private static String basic() {
    String tenant = Fixtures.subdomain();
    installation.tenant(tenant, "shared_database");
    plan(tenant, "basic");
    return tenant;
  }

  private static void plan(String tenant, String plan) {
    Api.Answer changed =
        installation.root().put("/tenants/" + tenant, new JsonObject().put("plan", plan));
    assertEquals(200, changed.status(), changed.text());
  }
}
