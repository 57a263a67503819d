package io.aegisx.tenancy.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class AuditTrailTest {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  @Test
  void theLifeOfATenantIsRecordedWithWhoAndWhatAndWhence() {
    JsonObject tenant = Fixtures.tenant("shared_database");
    String path = "/tenants/" + tenant.getString("id");
    Api.Answer suspended =
        Fixtures.root().with("X-Request-ID", "suspension-1").put(path + "/suspend", null);
    assertEquals(200, suspended.status());
    Fixtures.root().put(path + "/activate", null);

    List<JsonObject> entries = entries(admin(tenant), "");

    assertEquals(
        List.of("tenant.activated", "tenant.suspended", "tenant.activated", "tenant.created"),
        actions(entries).stream().filter(action -> !action.equals("tenant.entered")).toList());
    JsonObject suspension = only(entries, "tenant.suspended");
    assertEquals("suspension-1", suspension.getString("requestId"));
    assertEquals("127.0.0.1", suspension.getString("sourceAddress"));
    assertEquals("success", suspension.getString("outcome"));
    assertEquals(tenant.getString("id"), suspension.getString("tenantId"));
    assertEquals("active", suspension.getJsonObject("before").getString("status"));
    assertEquals("suspended", suspension.getJsonObject("after").getString("status"));
    assertFalse(suspension.getString("actor").isEmpty());
    assertTrue(Instant.parse(suspension.getString("at")).isBefore(Instant.now().plusSeconds(1)));
  }

  @Test
  void whatATenantsOwnAdministratorChangesIsRecordedAsItsDoing() {
    JsonObject tenant = Fixtures.tenant("schema_per_tenant");
    admin(tenant).put("/tenants/" + tenant.getString("id"), new JsonObject().put("name", "New"));

    JsonObject change = only(entries(admin(tenant), ""), "tenant.changed");

    assertEquals("New", change.getJsonObject("after").getString("name"));
    JsonObject creation = only(entries(admin(tenant), ""), "tenant.created");
    assertFalse(change.getString("actor").equals(creation.getString("actor")));
  }

  @Test
  void aSuperAdminEnteringIsSeenByTheTenant() {
    JsonObject tenant = Fixtures.tenant("schema_per_tenant");
    Fixtures.root().forTenant(tenant.getString("subdomain")).get("/users");

    List<JsonObject> entered = entries(admin(tenant), "?action=tenant.entered&outcome=success");

    assertEquals("GET /users", entered.get(0).getString("target"));
    assertFalse(entered.get(0).containsKey("before"), entered.toString());
  }

  @Test
  void theReasonThatASuperAdminGivesIsSeenByTheTenant() {
    JsonObject tenant = Fixtures.tenant("shared_database");
    Api root = Fixtures.root().forTenant(tenant.getString("subdomain"));

    String reason = "Ticket 7: Straße+Tür, 100 %";
    String encoded = "Ticket%207%3A%20Stra%C3%9Fe+T%C3%BCr%2C%20100%20%25";
    assertEquals(200, root.with("X-Access-Reason", encoded).get("/users").status());

    JsonObject entered = entries(admin(tenant), "?action=tenant.entered&outcome=success").get(0);
    assertEquals(new JsonObject().put("reason", reason), entered.getJsonObject("after"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "%", "%zz", "%FF", "a%00b", "a%0Ab"})
  void aReasonThatCannotBeReadIsRefusedAndNobodyGetsIn(String reason) {
    JsonObject tenant = Fixtures.tenant("shared_database");
    Api root = Fixtures.root().forTenant(tenant.getString("subdomain"));

    ProblemAssert.assertInvalid(
        "X-Access-Reason", root.with("X-Access-Reason", reason).get("/users"));

    assertEquals(List.of(), entries(admin(tenant), "?action=tenant.entered"));
  }

  @Test
  void aReasonIsAtMostTwoHundredCharacters() {
    JsonObject tenant = Fixtures.tenant("shared_database");
    Api root = Fixtures.root().forTenant(tenant.getString("subdomain"));

    assertEquals(200, root.with("X-Access-Reason", "a".repeat(200)).get("/users").status());
    ProblemAssert.assertInvalid(
        "X-Access-Reason", root.with("X-Access-Reason", "a".repeat(201)).get("/users"));
  }

  @Test
  void whoIsTurnedAwayIsSeenByTheTenantAndNotByTheOther() {
    JsonObject wanted = Fixtures.tenant("shared_database");
    JsonObject other = Fixtures.tenant("shared_database");
    Api.Answer refused =
        admin(other).forTenant(wanted.getString("subdomain")).get("/users/secret-guess");
    ProblemAssert.assertProblem(ErrorCode.TENANT_ACCESS_DENIED, refused);

    List<JsonObject> denied = entries(admin(wanted), "?outcome=denied");

    assertEquals(1, denied.size());
    assertEquals("tenant.entered", denied.get(0).getString("action"));
    assertEquals("GET /users/secret-guess", denied.get(0).getString("target"));
    assertEquals(List.of(), entries(admin(other), "?outcome=denied"));
  }

  @Test
  void aRefusedChangeIsNotRecordedAsOneThatWasMade() {
    JsonObject tenant = Fixtures.tenant("shared_database");
    Fixtures.root()
        .with("If-Match", "\"0\"")
        .put("/tenants/" + tenant.getString("id") + "/suspend", null);

    assertEquals(List.of(), entries(admin(tenant), "?action=tenant.suspended"));
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepeat() {
    JsonObject tenant = Fixtures.tenant("shared_database");
    rename(tenant, 7);

    List<String> paged = new ArrayList<>();
    Api.Answer page = admin(tenant).get("/audit?limit=2");
    while (true) {
      objects(page.array()).forEach(entry -> paged.add(entry.getString("id")));
      var next = NEXT.matcher(String.valueOf(page.header("Link")));
      if (!next.find()) {
        break;
      }
      page = new Api("", admin(tenant).headers()).get(next.group(1));
    }

    List<String> whole = entries(admin(tenant), "").stream().map(e -> e.getString("id")).toList();
    assertEquals(whole, paged);
    assertEquals(paged.stream().sorted(java.util.Comparator.reverseOrder()).toList(), paged);
  }

  @Test
  void thePlatformSeesAllTenantsWithoutNamingOneAndNobodyElseDoes() {
    JsonObject one = Fixtures.tenant("shared_database");
    JsonObject two = Fixtures.tenant("schema_per_tenant");

    List<String> seen =
        entries(Fixtures.root(), "?action=tenant.created&limit=200").stream()
            .map(entry -> entry.getString("tenantId"))
            .toList();

    assertTrue(seen.containsAll(List.of(one.getString("id"), two.getString("id"))));
    Api nobody =
        Api.ofService().withToken(ServiceResource.issuer().admin(one.getString("subdomain")));
    ProblemAssert.assertProblem(ErrorCode.TENANT_REQUIRED, nobody.get("/audit"));
    ProblemAssert.assertProblem(
        ErrorCode.FORBIDDEN, Fixtures.member(one.getString("subdomain")).get("/audit"));
  }

  @Test
  void filtersNarrowAndUnknownOnesAreRefused() {
    JsonObject tenant = Fixtures.tenant("shared_database");
    rename(tenant, 1);
    String actor = only(entries(admin(tenant), ""), "tenant.changed").getString("actor");

    assertEquals(1, entries(admin(tenant), "?actor=" + actor).size());
    assertEquals(List.of(), entries(admin(tenant), "?from=2100-01-01T00:00:00Z"));
    assertEquals(List.of(), entries(admin(tenant), "?to=2001-01-01T00:00:00%2B02:00"));
    for (String wrong : List.of("outcome=maybe", "from=yesterday", "to=1", "cursor=x", "limit=0")) {
      ProblemAssert.assertProblem(
          ErrorCode.VALIDATION_FAILED, admin(tenant).get("/audit?" + wrong));
    }
  }

  @Test
  void exportsHoldEveryEntry() {
    JsonObject tenant = Fixtures.tenant("database_per_tenant");
    rename(tenant, 3);
    List<JsonObject> entries = entries(admin(tenant), "");

    Api.Answer lines = admin(tenant).get("/audit/export.ndjson");
    assertEquals(
        entries.stream().map(entry -> entry.getString("id")).toList(),
        lines.text().lines().map(line -> new JsonObject(line).getString("id")).toList());
    Api.Answer table = admin(tenant).get("/audit/export.csv?action=tenant.changed");
    assertTrue(table.header("Content-Type").startsWith("text/csv"), table.toString());
    assertEquals(1 + 3, table.text().lines().count(), table.text());
    assertTrue(table.text().startsWith("id,at,actor,"), table.text());
  }

  private static void rename(JsonObject tenant, int times) {
    for (int i = 0; i < times; i++) {
      Api.Answer renamed =
          admin(tenant)
              .put("/tenants/" + tenant.getString("id"), new JsonObject().put("name", "N" + i));
      assertEquals(200, renamed.status());
    }
  }

  private static Api admin(JsonObject tenant) {
    return Fixtures.admin(tenant.getString("subdomain"));
  }

  private static List<JsonObject> entries(Api api, String query) {
    Api.Answer answer = api.get("/audit" + query);
    assertEquals(200, answer.status(), answer.toString());
    return objects(answer.array());
  }

  private static List<JsonObject> objects(JsonArray array) {
    return IntStream.range(0, array.size())
        .mapToObj(array::getJsonObject)
        .collect(Collectors.toList());
  }

  private static List<String> actions(List<JsonObject> entries) {
    return entries.stream().map(entry -> entry.getString("action")).toList();
  }

  private static JsonObject only(List<JsonObject> entries, String action) {
    List<JsonObject> found =
        entries.stream().filter(entry -> entry.getString("action").equals(action)).toList();
    assertEquals(1, found.size(), entries.toString());
    return found.get(0);
  }
}
