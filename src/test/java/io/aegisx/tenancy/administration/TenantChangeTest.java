package io.aegisx.tenancy.administration;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static io.aegisx.tenancy.testing.ProblemAssert.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may change in a tenant, and by whom. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantChangeTest {

  private String subdomain;
  private String path;

  @BeforeEach
  void makeTenant() {
    JsonObject tenant = Fixtures.tenant("shared_database");
    subdomain = tenant.getString("subdomain");
    path = "/tenants/" + tenant.getString("id");
  }

  @Test
  void whatIsGivenChangesAndTheRestStays() {
    JsonObject before = Fixtures.root().get(path).json();

    JsonObject after =
        put("{\"name\":\"New\",\"settings\":{\"branding\":{\"primaryColor\":\"#123456\"}}}");

    JsonObject expected = before.copy().put("name", "New");
    expected.getJsonObject("settings").getJsonObject("branding").put("primaryColor", "#123456");
    assertEquals(expected, after.copy().put("updatedAt", before.getString("updatedAt")));
    assertEquals(after, Fixtures.root().get(path).json());
    assertFalse(after.getString("updatedAt").equals(before.getString("updatedAt")));
  }

  @Test
  void limitsFollowThePlanUntilTheyAreSet() {
    assertEquals(100, maxUsers(put("{\"plan\":\"pro\"}")));
    assertEquals(7, maxUsers(put("{\"settings\":{\"maxUsers\":7}}")));
    assertEquals(7, maxUsers(put("{\"plan\":\"enterprise\"}")));
    assertEquals(7, maxUsers(put("{\"settings\":{\"maxUsers\":null}}")), "PUT leaves a null alone");
    assertEquals(10_000, maxUsers(patch("{\"settings\":{\"maxUsers\":null}}")));
    assertEquals(10, maxUsers(put("{\"plan\":\"basic\"}")));
  }

  @Test
  void aWholeRepresentationSentBackWithAnotherPlanTakesThePlansLimits() {
    JsonObject whole = Fixtures.root().get(path).json().put("plan", "pro");

    assertEquals(100, maxUsers(put(whole.encode())));
  }

  @Test
  void aPatchUnsetsWhatItSaysIsNull() {
    put(
        "{\"settings\":{\"customDomain\":\""
            + subdomain
            + ".example.com\",\"features\":[\"a\",\"b\"],"
            + "\"branding\":{\"logo\":\"/a.svg\",\"favicon\":\"/b.ico\"}}}");

    JsonObject settings =
        patch(
                "{\"settings\":{\"customDomain\":null,\"features\":[\"c\"],"
                    + "\"branding\":{\"logo\":null}}}")
            .getJsonObject("settings");
    assertFalse(settings.containsKey("customDomain"));
    assertEquals(new JsonArray().add("c"), settings.getJsonArray("features"));
    assertEquals(new JsonObject().put("favicon", "/b.ico"), settings.getJsonObject("branding"));

    settings =
        patch("{\"settings\":{\"features\":null,\"branding\":null}}").getJsonObject("settings");
    assertEquals(new JsonArray(), settings.getJsonArray("features"));
    assertEquals(new JsonObject(), settings.getJsonObject("branding"));
  }

  @ParameterizedTest
  @CsvSource({"name", "subdomain", "status", "plan", "isolation", "settings"})
  void whatEveryTenantHasCannotBeUnset(String field) {
    assertInvalid(field, Fixtures.root().patch(path, "{\"" + field + "\":null}"));
  }

  @ParameterizedTest
  @CsvSource({
    "id, 0190a1b2-0000-7000-8000-000000000000",
    "status, suspended",
    "isolation, schema_per_tenant",
    "createdAt, 2020-01-01T00:00:00Z",
    "updatedAt, 2020-01-01T00:00:00Z"
  })
  void someFieldsAreNobodysToChange(String field, String value) {
    String body = new JsonObject().put(field, value).encode();
    assertInvalid(field, Fixtures.root().put(path, body));
    assertInvalid(field, Fixtures.root().patch(path, body));

    Api.Answer byAdmin = Fixtures.admin(subdomain).put(path, body);
    assertProblem(ErrorCode.FIELD_FORBIDDEN, byAdmin);
    assertEquals(List.of(field), fields(byAdmin));
  }

  @Test
  void aTenantsAdministratorChangesItsNameAndItsLook() {
    Api admin = Fixtures.admin(subdomain);
    JsonObject whole = admin.get(path).json().put("name", "Ours");
    whole.getJsonObject("settings").put("branding", new JsonObject().put("logo", "/ours.svg"));

    Api.Answer changed = admin.put("/tenants/" + subdomain, whole);

    assertEquals(200, changed.status(), changed.text());
    assertEquals("Ours", changed.json().getString("name"));
    assertEquals(whole.getJsonObject("settings"), changed.json().getJsonObject("settings"));
    assertEquals(200, admin.patch(path, "{\"settings\":{\"branding\":{\"logo\":null}}}").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plan | {\"plan\":\"pro\"}",
        "subdomain | {\"subdomain\":\"other\"}",
        "settings.maxUsers | {\"settings\":{\"maxUsers\":11}}",
        "settings.storageLimit | {\"settings\":{\"storageLimit\":1}}",
        "settings.features | {\"settings\":{\"features\":[\"all\"]}}",
        "settings.customDomain | {\"settings\":{\"customDomain\":\"ours.example.com\"}}"
      })
  void aTenantsAdministratorChangesNothingElse(String field, String body) {
    Api.Answer refused = Fixtures.admin(subdomain).put(path, body);

    assertProblem(ErrorCode.FIELD_FORBIDDEN, refused);
    assertEquals(List.of(field), fields(refused));
    Api.Answer together =
        Fixtures.admin(subdomain).patch(path, body.replaceFirst("\\{", "{\"name\":\"Ours\","));
    assertProblem(ErrorCode.FIELD_FORBIDDEN, together);
    assertEquals("Tenant " + subdomain, Fixtures.root().get(path).json().getString("name"));
  }

  @Test
  void othersSeeAndChangeNothing() {
    String other = Fixtures.tenant("shared_database").getString("subdomain");
    Api stranger = Api.ofService().withToken(ServiceResource.issuer().admin(other));
    for (String way : List.of(path, "/tenants/" + subdomain)) {
      assertProblem(ErrorCode.TENANT_ACCESS_DENIED, stranger.get(way));
      assertProblem(ErrorCode.TENANT_ACCESS_DENIED, stranger.put(way, "{\"name\":\"n\"}"));
      assertProblem(ErrorCode.FORBIDDEN, Fixtures.member(subdomain).get(way));
      assertProblem(ErrorCode.UNAUTHENTICATED, Api.ofService().get(way));
    }
  }

  @Test
  void aRenamedTenantIsFoundUnderItsNewSubdomainOnlyAndKeepsTheOld() {
    String renamed = Fixtures.subdomain();
    assertEquals(renamed, put("{\"subdomain\":\"" + renamed + "\"}").getString("subdomain"));

    assertEquals(200, Fixtures.member(renamed).get("/users").status());
    assertEquals("TENANT_NOT_FOUND", Fixtures.member(subdomain).get("/users").code());
    Api oldToken = Api.ofService().withToken(ServiceResource.issuer().member(subdomain));
    assertEquals("TENANT_ACCESS_DENIED", oldToken.forTenant(renamed).get("/users").code());

    String other = "/tenants/" + Fixtures.tenant("shared_database").getString("id");
    String old = "{\"subdomain\":\"" + subdomain + "\"}";
    assertProblem(ErrorCode.CONFLICT, Fixtures.root().put(other, old));
    assertEquals(subdomain, put(old).getString("subdomain"));
  }

  @ParameterizedTest
  @CsvSource({"www", "UPPER", "xn--a", "0190a1b2-0000-7000-8000-000000000000", "a.b"})
  void aSubdomainStaysOneWhenItChanges(String bad) {
    assertInvalid("subdomain", Fixtures.root().put(path, "{\"subdomain\":\"" + bad + "\"}"));
  }

  @Test
  void aCustomDomainOfAnotherTenantIsAConflict() {
    String taken = Fixtures.subdomain() + ".example.com";
    String body = "{\"settings\":{\"customDomain\":\"" + taken + "\"}}";
    String other = "/tenants/" + Fixtures.tenant("shared_database").getString("id");
    assertEquals(200, Fixtures.root().put(other, body).status());

    assertProblem(ErrorCode.CONFLICT, Fixtures.root().put(path, body));
    String inside = "{\"settings\":{\"customDomain\":\"x.localhost\"}}";
    assertInvalid("settings.customDomain", Fixtures.root().put(path, inside));
  }

  private JsonObject put(String body) {
    return ok(Fixtures.root().put(path, body));
  }

  private JsonObject patch(String body) {
    return ok(Fixtures.root().patch(path, body));
  }

  private static JsonObject ok(Api.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static int maxUsers(JsonObject tenant) {
    return tenant.getJsonObject("settings").getInteger("maxUsers");
  }
}
