package io.aegisx.tenancy.provisioning.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that a service of one's own adds to the making of a tenant. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class OnboardingStepsTest {

  private final String subdomain = Fixtures.subdomain();

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void anAddedStepReachesTheRowsOfTheNewTenantAndOfNoOther(String isolation) {
    Api.Answer made = create(isolation);

    assertEquals(201, made.status(), made.text());
    assertEquals(List.of("For " + subdomain), products());
    assertTrue(names().contains("welcome-gift"), names()::toString);
    assertEquals("activation", names().get(names().size() - 1));
  }

  @Test
  void aTenantIsNotServedUntilEveryAddedStepHasSucceeded() {
    Welcome.REFUSED.add(subdomain);
    assertEquals("TENANT_NOT_READY", create("shared_database").code());

    JsonObject failed = provisioning();
    assertEquals("failed", failed.getString("status"));
    assertEquals("The gift is late", failed.getString("lastError"));
    assertEquals("done", step(failed, "storage").getString("status"));
    assertEquals("failed", step(failed, "welcome-gift").getString("status"));
    assertEquals("The gift is late", step(failed, "welcome-gift").getString("lastError"));
    assertEquals("pending", step(failed, "activation").getString("status"));
    assertEquals("TENANT_NOT_READY", Fixtures.admin(subdomain).get("/products").code());

    Welcome.REFUSED.remove(subdomain);
    assertEquals(202, retry().status());

    Polling.await(Duration.ofSeconds(10), () -> provisioning().getString("status").equals("done"));
    assertEquals(2, step(provisioning(), "welcome-gift").getInteger("attempts"));
    assertEquals(1, step(provisioning(), "storage").getInteger("attempts"));
    assertEquals(List.of("For " + subdomain), products());
  }

  @Test
  void aTenantThatFailedIsTriedAgainByItself() {
    Welcome.REFUSED.add(subdomain);
    assertEquals("TENANT_NOT_READY", create("schema_per_tenant").code());
    Welcome.REFUSED.remove(subdomain);

    Polling.await(Duration.ofSeconds(30), () -> provisioning().getString("status").equals("done"));

    assertEquals(List.of("For " + subdomain), products());
  }

  @Test
  void tenantsThatIsolationIsProvedWithAreNobodysCustomers() {
    Polling.await(
        Duration.ofSeconds(20),
        () -> canarySteps().contains("storage") && canarySteps().contains("activation"));

    assertEquals(List.of("activation", "database", "storage"), canarySteps());
  }

  private static List<String> canarySteps() {
    return Superuser.ofService()
        .texts(
            "SELECT DISTINCT s.name FROM registry.provisioning_steps s JOIN registry.tenants t"
                + " ON t.id = s.tenant_id WHERE t.subdomain LIKE '"
                + Canaries.PREFIX
                + "%' ORDER BY 1");
  }

  @Test
  void aStepThatANewerProgramDoesNotHaveIsForgotten() {
    Welcome.REFUSED.add(subdomain);
    assertEquals("TENANT_NOT_READY", create("shared_database").code());
    String id = provisioning().getString("tenantId");
    Superuser.ofService()
        .run(
            "INSERT INTO registry.provisioning_steps (tenant_id, name, position) VALUES ('"
                + id
                + "', 'of-old', 9)");
    Welcome.REFUSED.remove(subdomain);

    assertEquals(202, retry().status());

    Polling.await(Duration.ofSeconds(10), () -> provisioning().getString("status").equals("done"));
    assertEquals(List.of("storage", "welcome-gift", "activation"), names());
  }

  @Test
  void theNameOfAStepIsWellFormedAndItsOwn() {
    OnboardingSteps steps = new OnboardingSteps(Set.of("storage"));
    steps.add("mailbox", tenant -> Uni.createFrom().voidItem());

    for (String wrong : List.of("storage", "mailbox", "Mail", "two words", "", "-", "a--b")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> steps.add(wrong, tenant -> Uni.createFrom().voidItem()),
          wrong);
    }
    assertEquals(List.of("mailbox"), steps.added().stream().map(OnboardingStep::name).toList());
  }

  private Api.Answer create(String isolation) {
    return Fixtures.root()
        .post(
            "/tenants",
            new JsonObject()
                .put("name", Welcome.WANTED + " " + subdomain)
                .put("subdomain", subdomain)
                .put("isolation", isolation));
  }

  private Api.Answer retry() {
    return Fixtures.root().post("/tenants/" + subdomain + "/provisioning/retry", new JsonObject());
  }

  private JsonObject provisioning() {
    return Fixtures.root().get("/tenants/" + subdomain + "/provisioning").json();
  }

  private List<String> names() {
    return steps(provisioning()).stream().map(step -> step.getString("name")).toList();
  }

  private static JsonObject step(JsonObject provisioning, String name) {
    return steps(provisioning).stream()
        .filter(step -> step.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonObject> steps(JsonObject provisioning) {
    return IntStream.range(0, provisioning.getJsonArray("steps").size())
        .mapToObj(provisioning.getJsonArray("steps")::getJsonObject)
        .toList();
  }

  private List<String> products() {
    Api.Answer answer = Fixtures.admin(subdomain).get("/products");
    return IntStream.range(0, answer.array().size())
        .mapToObj(i -> answer.array().getJsonObject(i).getString("name"))
        .toList();
  }
}
