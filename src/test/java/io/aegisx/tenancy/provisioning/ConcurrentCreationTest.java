package io.aegisx.tenancy.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Deserter;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ConcurrentCreationTest {

  private static final int PAIRS = 6;

  /** Long enough for a request to arrive, too short for it to be answered. */
  private static final long STAY_MILLIS = 8;

  private static final String STORAGE =
      "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant\\_%'"
          + " UNION ALL SELECT datname FROM pg_database WHERE datname LIKE 'tenant\\_%' ORDER BY 1";
  private static final String STORAGE_OF_TENANTS =
      "SELECT 'tenant_' || replace(id::text, '-', '') FROM registry.tenants"
          + " WHERE isolation <> 'shared_database' ORDER BY 1";

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void ofTwoCreationsOfASubdomainOneIsMade(String isolation) {
    List<String> subdomains =
        IntStream.range(0, PAIRS).mapToObj(i -> Fixtures.subdomain()).toList();

    List<Api.Answer> answers =
        AtOnce.send(2 * PAIRS, i -> create(subdomains.get(i / 2), isolation));

    assertEquals(Map.of("201", PAIRS, "409 CONFLICT", PAIRS), AtOnce.outcomes(answers));
    subdomains.forEach(ConcurrentCreationTest::requireServed);
    assertEquals(
        Superuser.ofService().texts(STORAGE_OF_TENANTS), Superuser.ofService().texts(STORAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aRepeatWithTheSameKeyIsAnsweredLikeTheFirst(String isolation) {
    String subdomain = Fixtures.subdomain();

    List<Api.Answer> answers =
        AtOnce.send(
            3,
            i ->
                Fixtures.root()
                    .with("Idempotency-Key", subdomain)
                    .sendAsync("POST", "/tenants", tenant(subdomain, isolation)));

    assertEquals(Map.of("201", 3), AtOnce.outcomes(answers));
    assertEquals(
        1, answers.stream().map(answer -> answer.json().getString("id")).distinct().count());
    assertEquals(
        Superuser.ofService().texts(STORAGE_OF_TENANTS), Superuser.ofService().texts(STORAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aCreationThatNobodyWaitsForIsFinished(String isolation) {
    List<String> subdomains =
        IntStream.range(0, PAIRS).mapToObj(i -> Fixtures.subdomain()).toList();

    for (int i = 0; i < PAIRS; i++) {
      JsonObject tenant = tenant(subdomains.get(i), isolation);
      Deserter.post(Fixtures.root(), "/tenants", tenant, STAY_MILLIS + 3 * i, i % 2 == 0);
    }

    // Some may have left too early to be heard at all.
    List<String> made = awaitFinished(subdomains);
    assertFalse(made.isEmpty());
    made.forEach(ConcurrentCreationTest::requireServed);
  }

  private static List<String> awaitFinished(List<String> subdomains) {
    String tenants =
        "SELECT subdomain FROM registry.tenants WHERE subdomain IN ('"
            + String.join("', '", subdomains)
            + "')";
    Instant end = Instant.now().plusSeconds(20);
    while (!Superuser.ofService().texts(tenants + " AND status = 'pending'").isEmpty()) {
      assertTrue(Instant.now().isBefore(end), "tenants stay pending");
    }
    return Superuser.ofService().texts(tenants);
  }

  private static CompletableFuture<Api.Answer> create(String subdomain, String isolation) {
    return Fixtures.root().sendAsync("POST", "/tenants", tenant(subdomain, isolation));
  }

  private static JsonObject tenant(String subdomain, String isolation) {
    return new JsonObject()
        .put("name", subdomain)
        .put("subdomain", subdomain)
        .put("isolation", isolation);
  }

  private static void requireServed(String subdomain) {
    Api.Answer users = Fixtures.admin(subdomain).get("/users");
    assertEquals(200, users.status(), users.text());
  }
}
