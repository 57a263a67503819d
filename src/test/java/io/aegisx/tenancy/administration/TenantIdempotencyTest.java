package io.aegisx.tenancy.administration;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Operator;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repeated POST of a tenant makes one tenant. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantIdempotencyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "respond-async"})
  void aRepeatIsAnsweredAsTheFirstWas(String prefer) {
    JsonObject body = tenant("schema_per_tenant");
    Api keyed = keyed().with("Prefer", prefer);
    Api.Answer first = keyed.post("/tenants", body);
    assertEquals(prefer.isEmpty() ? 201 : 202, first.status(), first.text());

    assertSame(first, keyed.post("/tenants", body));
    assertEquals(1, count(body));
    awaitActive(first);
    assertSame(first, keyed.post("/tenants", body));
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    Api keyed = keyed();
    keyed.post("/tenants", tenant("shared_database"));
    JsonObject other = tenant("shared_database");

    assertProblem(ErrorCode.IDEMPOTENCY_KEY_REUSED, keyed.post("/tenants", other));
    assertEquals(0, count(other));
  }

  @Test
  void anotherCallersKeyIsAnotherKey() {
    String key = Fixtures.subdomain();
    Api colleague =
        Api.ofService().withToken(ServiceResource.issuer().token("root2", "x", "super-admin"));

    Api.Answer one =
        Fixtures.root().with("Idempotency-Key", key).post("/tenants", tenant("shared_database"));
    Api.Answer two =
        colleague.with("Idempotency-Key", key).post("/tenants", tenant("shared_database"));

    assertEquals(201, one.status());
    assertEquals(201, two.status(), two.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant"})
  void ofManyAtTheSameTimeOneIsMade(String isolation) {
    JsonObject body = tenant(isolation);
    Api keyed = keyed();

    List<CompletableFuture<Api.Answer>> sent =
        IntStream.range(0, 4).mapToObj(i -> keyed.sendAsync("POST", "/tenants", body)).toList();
    List<Api.Answer> answers = sent.stream().map(CompletableFuture::join).toList();

    answers.forEach(answer -> assertSame(answers.get(0), answer));
    assertEquals(201, answers.get(0).status(), answers.get(0).text());
    assertEquals(1, count(body));
  }

  @Test
  void aRequestThatFailedHasNotUsedItsKey() {
    JsonObject taken = tenant("shared_database");
    assertEquals(201, Fixtures.root().post("/tenants", taken).status());
    Api keyed = keyed();
    assertProblem(ErrorCode.CONFLICT, keyed.post("/tenants", taken));
    assertInvalid("name", keyed.post("/tenants", taken.copy().put("name", "")));

    Api.Answer made = keyed.post("/tenants", tenant("shared_database"));

    assertEquals(201, made.status(), made.text());
  }

  @Test
  void aKeyIsKeptFor24Hours() {
    JsonObject body = tenant("shared_database");
    Api keyed = keyed();
    Api.Answer first = keyed.post("/tenants", body);
    Operator.ageKeys(23);
    assertSame(first, keyed.post("/tenants", body));

    Operator.ageKeys(2);

    assertProblem(ErrorCode.CONFLICT, keyed.post("/tenants", body));
    assertEquals(201, keyed.post("/tenants", tenant("shared_database")).status());
  }

  @Test
  void aTenantWhoseMakingFailedIsFinishedByARepeatUnderTheSameKey() {
    JsonObject body = tenant("schema_per_tenant");
    Api keyed = keyed();
    Operator.forbidMigrations();
    Api.Answer failed;
    try {
      failed = keyed.post("/tenants", body);
      assertProblem(ErrorCode.TENANT_NOT_READY, failed);
      assertProblem(ErrorCode.TENANT_NOT_READY, keyed.post("/tenants", body));
    } finally {
      Operator.allowMigrations();
    }

    Api.Answer made = keyed.post("/tenants", body);

    assertEquals(201, made.status(), made.text());
    assertSame(made, keyed.post("/tenants", body));
    assertEquals(1, count(body));
  }

  @Test
  void aTenantWhoseMakingFailedIsFinishedByARepeatWithAKeyThatThenIsItsOwn() {
    JsonObject body = tenant("schema_per_tenant");
    Operator.forbidMigrations();
    try {
      assertProblem(ErrorCode.TENANT_NOT_READY, Fixtures.root().post("/tenants", body));
    } finally {
      Operator.allowMigrations();
    }
    JsonObject changed = body.copy().put("settings", new JsonObject().put("maxUsers", 3));
    assertProblem(ErrorCode.CONFLICT, Fixtures.root().post("/tenants", changed));
    Api keyed = keyed();

    Api.Answer made = keyed.post("/tenants", body);

    assertEquals(201, made.status(), made.text());
    assertSame(made, keyed.post("/tenants", body));
    assertProblem(ErrorCode.IDEMPOTENCY_KEY_REUSED, keyed.post("/tenants", changed));
  }

  private static void assertSame(Api.Answer expected, Api.Answer actual) {
    assertEquals(expected.status(), actual.status(), actual.text());
    assertEquals(expected.text(), actual.text());
    assertEquals(expected.header("ETag"), actual.header("ETag"));
    assertEquals(expected.header("Location"), actual.header("Location"));
  }

  private static JsonObject tenant(String isolation) {
    String subdomain = Fixtures.subdomain();
    return new JsonObject()
        .put("name", "Once " + subdomain)
        .put("subdomain", subdomain)
        .put("isolation", isolation);
  }

  private static int count(JsonObject tenant) {
    return Fixtures.root().get("/tenants?q=" + tenant.getString("subdomain")).array().size();
  }

  private static void awaitActive(Api.Answer accepted) {
    String path = "/tenants/" + accepted.json().getString("id");
    for (int tries = 0; tries < 200; tries++) {
      if (Fixtures.root().get(path).json().getString("status").equals("active")) {
        return;
      }
      Fixtures.pause();
    }
    throw new AssertionError("The tenant does not become active");
  }

  private static Api keyed() {
    return Fixtures.root().with("Idempotency-Key", Fixtures.subdomain());
  }
}
