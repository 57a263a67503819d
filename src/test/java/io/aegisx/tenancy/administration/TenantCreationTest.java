package io.aegisx.tenancy.administration;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new tenant is, and who is not made. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantCreationTest {

  @Test
  void aNewTenantIsShownInFullAndFoundWhereItsLocationSays() {
    String subdomain = Fixtures.subdomain();
    Api.Answer made = Fixtures.root().post("/tenants", tenant(subdomain));

    assertEquals(201, made.status(), made.text());
    JsonObject tenant = made.json();
    assertEquals(
        Set.of(
            "id",
            "name",
            "subdomain",
            "status",
            "plan",
            "isolation",
            "settings",
            "createdAt",
            "updatedAt"),
        tenant.fieldNames());
    assertEquals(7, UUID.fromString(tenant.getString("id")).version());
    assertEquals("active", tenant.getString("status"));
    assertTrue(tenant.getString("createdAt").endsWith("Z"));
    assertTrue(Instant.parse(tenant.getString("createdAt")).isBefore(Instant.now()));
    assertEquals("/tenants/" + tenant.getString("id"), location(made));
    Api.Answer read = Fixtures.root().get(location(made));
    assertEquals(made.text(), read.text());
    assertEquals(made.header("ETag"), read.header("ETag"));
  }

  @ParameterizedTest
  @CsvSource({", 10, 1024", "basic, 10, 1024", "pro, 100, 10240", "enterprise, 10000, 102400"})
  void thePlanSaysWhatIsLeftOut(String plan, int maxUsers, int storageLimit) {
    JsonObject made =
        Fixtures.root().post("/tenants", tenant(Fixtures.subdomain()).put("plan", plan)).json();

    assertEquals(plan == null ? "basic" : plan, made.getString("plan"));
    assertEquals("shared_database", made.getString("isolation"));
    assertEquals(maxUsers, made.getJsonObject("settings").getInteger("maxUsers"));
    assertEquals(storageLimit, made.getJsonObject("settings").getInteger("storageLimit"));
    assertEquals(new JsonArray(), made.getJsonObject("settings").getJsonArray("features"));
  }

  @Test
  void settingsOfItsOwnGoBeforeThePlan() {
    JsonObject settings =
        new JsonObject()
            .put("maxUsers", 3)
            .put("storageLimit", 0)
            .put("features", new JsonArray().add("reports").add("sso.saml"))
            .put("customDomain", Fixtures.subdomain() + ".example.com")
            .put(
                "branding",
                new JsonObject()
                    .put("logo", "https://cdn.example.com/logo.svg")
                    .put("primaryColor", "#1a2b3c")
                    .put("secondaryColor", "#ABC")
                    .put("favicon", "/favicon.ico"));

    Api.Answer made =
        Fixtures.root().post("/tenants", tenant(Fixtures.subdomain()).put("settings", settings));

    assertEquals(201, made.status(), made.text());
    assertEquals(settings, made.json().getJsonObject("settings"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void itsStorageIsReadyToUse(String isolation) {
    String subdomain = Fixtures.tenant(isolation).getString("subdomain");

    Api.Answer user = Fixtures.admin(subdomain).post("/users", Fixtures.user("ann@example.com"));

    assertEquals(201, user.status(), user.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "respond-async",
        "Respond-Async",
        "wait=5, respond-async;x=1",
        "respond-async=\"\""
      })
  void whoeverDoesNotWaitGetsATenantThatBecomesActive(String prefer) {
    String subdomain = Fixtures.subdomain();
    JsonObject body = tenant(subdomain).put("isolation", "schema_per_tenant");

    Api.Answer accepted = Fixtures.root().with("Prefer", prefer).post("/tenants", body);

    assertEquals(202, accepted.status(), accepted.text());
    assertEquals("respond-async", accepted.header("Preference-Applied"));
    assertEquals("pending", accepted.json().getString("status"));
    assertEquals("active", statusAfterPending(location(accepted)));
    assertEquals(200, Fixtures.member(subdomain).get("/users").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-respond-async", "respond-async=no", "return=minimal", "wait=10"})
  void anyOtherPreferenceIsWaitedFor(String prefer) {
    Api.Answer made =
        Fixtures.root().with("Prefer", prefer).post("/tenants", tenant(Fixtures.subdomain()));

    assertEquals(201, made.status());
    assertNull(made.header("Preference-Applied"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "a", "9-lives-", "x--y", "xn-"})
  void aSubdomainIsAnyLabel(String start) {
    String subdomain = start + Fixtures.subdomain();
    String longest = subdomain + "-".repeat(62 - subdomain.length()) + "z";

    assertEquals(201, Fixtures.root().post("/tenants", tenant(subdomain)).status());
    assertEquals(201, Fixtures.root().post("/tenants", tenant(longest)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "A",
        "Acme",
        "-a",
        "a-",
        "a_b",
        "a.b",
        "a b",
        "ä",
        "a\\u0000",
        "a/b",
        "a%2fb",
        "www",
        "api",
        "admin",
        "console",
        "current",
        "mine",
        "xn--acme-9ta",
        "0190a1b2-0000-7000-8000-000000000000"
      })
  void whatIsNoLabelOrIsReservedIsNoSubdomain(String subdomain) {
    String body = "{\"name\":\"n\",\"subdomain\":\"" + subdomain + "\"}";

    assertInvalid("subdomain", Fixtures.root().post("/tenants", body));
  }

  @Test
  void aSubdomainHas63CharactersAtMost() {
    assertInvalid("subdomain", Fixtures.root().post("/tenants", tenant("a".repeat(64))));
  }

  @Test
  void aNameIsNeededAndNotTooLong() {
    JsonObject body = tenant(Fixtures.subdomain());

    assertInvalid("name", Fixtures.root().post("/tenants", body.copy().putNull("name")));
    assertInvalid("name", Fixtures.root().post("/tenants", body.copy().put("name", " \t")));
    assertInvalid(
        "name", Fixtures.root().post("/tenants", body.copy().put("name", "n".repeat(201))));
    assertEquals(
        201, Fixtures.root().post("/tenants", body.copy().put("name", "ñ".repeat(200))).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "status", "createdAt", "updatedAt", "version"})
  void whatTheServiceDecidesCannotBeGiven(String field) {
    assertInvalid(
        field, Fixtures.root().post("/tenants", tenant(Fixtures.subdomain()).put(field, "x")));
  }

  @Test
  void aSubdomainIsNeverHandedOn() {
    String subdomain = Fixtures.tenant("shared_database").getString("subdomain");
    assertTaken(subdomain);
    Fixtures.root().delete("/tenants/" + subdomain);
    assertTaken(subdomain);
    assertEquals(204, Fixtures.root().delete("/tenants/" + subdomain + "?purge=true").status());
    assertTaken(subdomain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.localhost", "a.b.localhost"})
  void aCustomDomainLiesOutsideOfTheBaseDomain(String domain) {
    assertInvalid("settings.customDomain", Fixtures.root().post("/tenants", withDomain(domain)));
  }

  @Test
  void aCustomDomainIsOfOneTenant() {
    String domain = Fixtures.subdomain() + ".example.com";
    JsonObject first = Fixtures.root().post("/tenants", withDomain(domain)).json();
    assertProblem(ErrorCode.CONFLICT, Fixtures.root().post("/tenants", withDomain(domain)));

    Fixtures.root().delete("/tenants/" + first.getString("id"));
    assertEquals(201, Fixtures.root().post("/tenants", withDomain(domain)).status());
  }

  @Test
  void onlyASuperAdminMakesTenants() {
    String subdomain = Fixtures.tenant("shared_database").getString("subdomain");
    JsonObject body = tenant(Fixtures.subdomain());

    assertProblem(ErrorCode.FORBIDDEN, Fixtures.admin(subdomain).post("/tenants", body));
    assertProblem(ErrorCode.FORBIDDEN, Fixtures.member(subdomain).post("/tenants", body));
    assertProblem(ErrorCode.UNAUTHENTICATED, Api.ofService().post("/tenants", body));
  }

  private static void assertTaken(String subdomain) {
    assertProblem(ErrorCode.CONFLICT, Fixtures.root().post("/tenants", tenant(subdomain)));
  }

  private static String statusAfterPending(String path) {
    String status = "pending";
    for (int tries = 0; tries < 200 && status.equals("pending"); tries++) {
      Fixtures.pause();
      status = Fixtures.root().get(path).json().getString("status");
    }
    return status;
  }

  private static String location(Api.Answer made) {
    return URI.create(made.header("Location")).getPath();
  }

  private static JsonObject withDomain(String domain) {
    return tenant(Fixtures.subdomain())
        .put("settings", new JsonObject().put("customDomain", domain));
  }

  private static JsonObject tenant(String subdomain) {
    return new JsonObject().put("name", "Name of " + subdomain).put("subdomain", subdomain);
  }
}
