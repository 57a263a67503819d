package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.aegisx.tenancy.testing.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys come and go at the provider; the service follows, at a bounded cost. */
class SigningKeysIT {

  private static final Duration LONGEST_ROTATION = Duration.ofSeconds(30);
  private static final Duration LEAST_BETWEEN_FETCHES = Duration.ofSeconds(5);
  private static final int FLOOD = 400;

  private static ServiceStack stack;
  private static ServiceProcess service;

  @BeforeAll
  static void start() {
    stack = ServiceStack.start("keys");
    service = ServiceProcess.start(stack.environment()).awaitReady();
  }

  @AfterAll
  static void stop() {
    service.close();
    stack.close();
  }

  @Test
  void aRotatedKeyIsAcceptedAndTheOldOneIsNotAnyMore() {
    String old = stack.issuer().superAdmin();
    assertEquals(200, tenants(old).status());

    stack.issuer().rotateKey();
    String rotated = stack.issuer().superAdmin();

    Polling.await(LONGEST_ROTATION, () -> tenants(rotated).status() == 200);
    assertEquals("UNAUTHENTICATED", tenants(old).code());
  }

  @Test
  void madeUpKeyIdsCauseFewFetchesHoweverManyTheyAre() {
    assertEquals(200, tenants(stack.issuer().superAdmin()).status());
    int before = stack.issuer().keyRequests();
    Instant start = Instant.now();

    Set<String> codes =
        IntStream.range(0, FLOOD).mapToObj(i -> sending(strange())).toList().stream()
            .map(answer -> answer.join().code())
            .collect(Collectors.toSet());

    long intervals = Duration.between(start, Instant.now()).dividedBy(LEAST_BETWEEN_FETCHES);
    int fetches = stack.issuer().keyRequests() - before;
    assertTrue(fetches <= intervals + 1, fetches + " fetches in " + intervals + " intervals");
    // The few that come during a fetch cannot be judged yet.
    assertTrue(Set.of("UNAUTHENTICATED", "IDP_UNAVAILABLE").containsAll(codes), codes::toString);
    assertEquals("UNAUTHENTICATED", tenants(strange()).code());
    assertEquals(200, tenants(stack.issuer().superAdmin()).status());
  }

  @Test
  void aKeyThatIsAddedIsAcceptedBesideTheOther() {
    var added = TestIssuer.newCurveKey();
    stack.issuer().publish(added);
    String token = TestIssuer.sign(stack.issuer().claims(claims -> {}), added, "ES256");

    Polling.await(LONGEST_ROTATION, () -> mine(token).status() == 200);

    assertEquals(200, tenants(stack.issuer().superAdmin()).status());
  }

  /** A token of a key that nobody publishes. */
  private static String strange() {
    return TestIssuer.sign(stack.issuer().claims(claims -> {}), TestIssuer.newCurveKey(), "ES256");
  }

  private static CompletableFuture<Api.Answer> sending(String token) {
    return service.api().withToken(token).sendAsync("GET", "/tenants/mine", null);
  }

  private static Api.Answer mine(String token) {
    return service.api().withToken(token).get("/tenants/mine");
  }

  private static Api.Answer tenants(String token) {
    return service.api().withToken(token).get("/tenants");
  }
}
