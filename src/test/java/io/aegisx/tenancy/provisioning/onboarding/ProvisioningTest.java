package io.aegisx.tenancy.provisioning.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a tenant on its way to active. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ProvisioningTest {

  private final String subdomain = Fixtures.subdomain();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shared_database | storage activation",
        "schema_per_tenant | storage activation",
        "database_per_tenant | database storage activation"
      })
  void aMadeTenantShowsItsStepsWithTimesAndAttempts(String isolation, String names) {
    Api.Answer accepted = create(Fixtures.root().with("Prefer", "respond-async"), isolation);
    assertEquals(202, accepted.status(), accepted.text());
    Polling.await(Duration.ofSeconds(10), () -> provisioning().getString("status").equals("done"));

    JsonObject done = provisioning();

    assertEquals(accepted.json().getString("id"), done.getString("tenantId"));
    assertEquals(1, done.getInteger("attempts"));
    assertNull(done.getString("lastError"));
    assertNull(done.getString("nextAttemptAt"));
    assertNotNull(done.getInstant("finishedAt"));
    List<JsonObject> steps = steps(done);
    assertEquals(
        List.of(names.split(" ", -1)),
        steps.stream()
            .map(step -> step.getString("name"))
            // Added by a test to the service in its own process.
            .filter(name -> !name.equals("welcome-gift"))
            .toList());
    Instant before = done.getInstant("startedAt");
    for (JsonObject step : steps) {
      assertEquals("done", step.getString("status"), step::encode);
      assertEquals(1, step.getInteger("attempts"), step::encode);
      assertEquals(false, step.getInstant("startedAt").isBefore(before), step::encode);
      before = step.getInstant("finishedAt");
    }
  }

  @Test
  void itsOwnAdministratorSeesItAndNobodyElsesDoes() {
    assertEquals(201, create(Fixtures.root(), "shared_database").status());
    String other = Fixtures.tenant("shared_database").getString("subdomain");
    String path = "/tenants/" + subdomain + "/provisioning";

    assertEquals(200, Fixtures.admin(subdomain).get(path).status());
    assertEquals(
        "TENANT_ACCESS_DENIED",
        Api.ofService().withToken(ServiceResource.issuer().admin(other)).get(path).code());
    assertEquals("TENANT_NOT_FOUND", Fixtures.root().get("/tenants/nobody-is/provisioning").code());
  }

  @Test
  void aTenantThatIsServedIsNotTriedAgain() {
    assertEquals(201, create(Fixtures.root(), "shared_database").status());

    Api.Answer answer = retry();

    assertEquals(409, answer.status());
    assertEquals("CONFLICT", answer.code());
  }

  @Test
  void aTenantThatWaitsForItsNextAttemptIsTriedAtOnceOnRequest() {
    Superuser superuser = Superuser.ofService();
    superuser.run("REVOKE CREATE ON DATABASE aegisx FROM aegisx_admin");
    try {
      assertEquals("TENANT_NOT_READY", create(Fixtures.root(), "schema_per_tenant").code());
    } finally {
      superuser.run("GRANT CREATE ON DATABASE aegisx TO aegisx_admin");
    }
    JsonObject failed = provisioning();
    assertEquals("failed", failed.getString("status"));
    assertEquals(true, failed.getInstant("nextAttemptAt").isAfter(failed.getInstant("startedAt")));
    assertEquals(steps(failed).get(0).getString("lastError"), failed.getString("lastError"));

    Api.Answer answer = retry();

    assertEquals(202, answer.status(), answer.text());
    Polling.await(Duration.ofSeconds(4), () -> provisioning().getString("status").equals("done"));
    assertEquals(2, provisioning().getInteger("attempts"));
    assertEquals(200, Fixtures.admin(subdomain).get("/users").status());
  }

  private Api.Answer create(Api api, String isolation) {
    return api.post(
        "/tenants",
        new JsonObject()
            .put("name", subdomain)
            .put("subdomain", subdomain)
            .put("isolation", isolation));
  }

  private Api.Answer retry() {
    return Fixtures.root().post("/tenants/" + subdomain + "/provisioning/retry", new JsonObject());
  }

  private JsonObject provisioning() {
    return Fixtures.root().get("/tenants/" + subdomain + "/provisioning").json();
  }

  private static List<JsonObject> steps(JsonObject provisioning) {
    return IntStream.range(0, provisioning.getJsonArray("steps").size())
        .mapToObj(provisioning.getJsonArray("steps")::getJsonObject)
        .toList();
  }
}
