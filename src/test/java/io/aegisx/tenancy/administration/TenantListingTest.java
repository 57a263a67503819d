package io.aegisx.tenancy.administration;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Pages;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tenants a listing shows: all that pass the filters, or those that a token may enter. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantListingTest {

  private static String run;
  private static String suspended;
  private static String active;

  /** Six tenants whose names have this run's mark, and end in a word each. */
  @BeforeEach
  void makeTenants() {
    if (run != null) {
      return;
    }
    run = "Run " + Fixtures.subdomain();
    active = make("100% Wool", "basic", "shared_database");
    make("100 Wool", "pro", "shared_database");
    make("snake_case", "basic", "schema_per_tenant");
    make("snakeXcase", "enterprise", "shared_database");
    suspended = make("back\\slash", "pro", "shared_database");
    String deleted = make("gone", "basic", "shared_database");
    Fixtures.root().put("/tenants/" + suspended + "/suspend", null);
    Fixtures.root().delete("/tenants/" + deleted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 100 Wool, 100% Wool, back\\slash, snakeXcase, snake_case",
        "&status=active | 100 Wool, 100% Wool, snakeXcase, snake_case",
        "&status=suspended | back\\slash",
        "&status=deleted | gone",
        "&status=pending | ``",
        "&status= | 100 Wool, 100% Wool, back\\slash, snakeXcase, snake_case",
        "&plan=basic | 100% Wool, snake_case",
        "&plan=pro | 100 Wool, back\\slash",
        "&plan=enterprise | snakeXcase",
        "&isolation=schema_per_tenant | snake_case",
        "&isolation=database_per_tenant | ``",
        "&plan=pro&status=active&isolation=shared_database | 100 Wool",
        "&plan=basic&status=deleted | gone"
      })
  void filtersAreAppliedTogether(String filters, String expected) {
    assertEquals(expected, found(run, filters));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` 100%` | 100% Wool",
        "% | 100% Wool",
        "snake_case | snake_case",
        "e_c | snake_case",
        "back\\slash | back\\slash",
        "\\ | back\\slash",
        "\\% | ``",
        "SNAKE | snakeXcase, snake_case",
        "%%% | ``",
        "' OR 1=1 -- | ``"
      })
  void theTextIsSearchedForAsItIs(String text, String expected) {
    String found =
        names(text, "").stream()
            .filter(name -> name.startsWith(run))
            .map(TenantListingTest::word)
            .collect(Collectors.joining(", "));

    assertEquals(expected, found);
  }

  @Test
  void theTextMayBeAPartOfTheSubdomain() {
    assertEquals(Set.of(run + ": 100% Wool"), names(active.toUpperCase(java.util.Locale.ROOT), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "status, gone",
    "status, ACTIVE",
    "plan, gold",
    "isolation, none",
    "status, active%2Cdeleted",
    "plan, basic%00"
  })
  void anUnknownFilterValueIsRefused(String field, String value) {
    assertInvalid(field, Fixtures.root().get("/tenants?" + field + "=" + value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | 100% Wool, 100 Wool, snake_case, snakeXcase, back\\slash",
        "-id | back\\slash, snakeXcase, snake_case, 100 Wool, 100% Wool",
        "subdomain | 100% Wool, 100 Wool, snake_case, snakeXcase, back\\slash",
        "-subdomain | back\\slash, snakeXcase, snake_case, 100 Wool, 100% Wool",
        "createdAt | 100% Wool, 100 Wool, snake_case, snakeXcase, back\\slash",
        "-createdAt | back\\slash, snakeXcase, snake_case, 100 Wool, 100% Wool",
        "-updatedAt | back\\slash, snakeXcase, snake_case, 100 Wool, 100% Wool"
      })
  void theyAreListedInTheOrderThatIsAskedFor(String sort, String expected) {
    assertEquals(expected, String.join(", ", sorted(sort, 200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name", "subdomain", "createdAt", "updatedAt"})
  void inAnyOrderPagesMakeTheWholeAndTheOtherWayRoundIsItsReverse(String sort) {
    List<String> whole = sorted(sort, 200);

    assertEquals(5, whole.size());
    for (int limit : List.of(1, 2, 4)) {
      assertEquals(whole, sorted(sort, limit), sort);
      List<String> reverse = new ArrayList<>(sorted("-" + sort, limit));
      Collections.reverse(reverse);
      assertEquals(whole, reverse, sort);
    }
  }

  @Test
  void namesThatAreTheSameAreAllListed() {
    String name = "Ünïcödé: " + Fixtures.subdomain();
    for (int i = 0; i < 3; i++) {
      JsonObject wanted = new JsonObject().put("name", name).put("subdomain", Fixtures.subdomain());
      assertEquals(201, Fixtures.root().post("/tenants", wanted).status());
    }
    String q = URLEncoder.encode(name, StandardCharsets.UTF_8);

    assertEquals(
        3,
        Pages.of(Fixtures.root(), "/tenants?sort=-name&limit=1&q=" + q).stream()
            .map(tenant -> tenant.getString("id"))
            .distinct()
            .count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "-", "--name", "name,id", "NAME"})
  void anUnknownOrderIsRefused(String sort) {
    assertInvalid("sort", Fixtures.root().get("/tenants?sort=" + sort));
  }

  @ParameterizedTest
  @CsvSource({
    "id, 01a212d7-0e9b-74f1-8f11-d44ff1c1a60dx",
    "name, 01a212d7-0e9b-74f1-8f11-d44ff1c1a60d",
    "createdAt, 01a212d7-0e9b-74f1-8f11-d44ff1c1a60dyesterday",
    "createdAt, 01a212d7-0e9b-74f1-8f11-d44ff1c1a60d+1000000000-01-01T00:00:00Z",
    "updatedAt, 01a212d7-0e9b-74f1-8f11-d44ff1c1a60d-0001-01-01T00:00:00Z",
    "updatedAt, 01a212d7-0e9b-74f1-8f11-d44ff1c1a60d0000-01-01T00:00:00Z",
    "name, x",
    "updatedAt, x"
  })
  void aCursorOfAnotherOrderIsRefused(String sort, String cursor) {
    String encoded = Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    assertInvalid("cursor", Fixtures.root().get("/tenants?sort=" + sort + "&cursor=" + encoded));
  }

  /** The words of this run's tenants, page by page. */
  private static List<String> sorted(String sort, int limit) {
    String q = URLEncoder.encode(run, StandardCharsets.UTF_8);
    String first = "/tenants?limit=" + limit + "&sort=" + sort + "&q=" + q;
    return Pages.of(Fixtures.root(), first).stream()
        .map(tenant -> word(tenant.getString("name")))
        .toList();
  }

  @Test
  void onlyASuperAdminSeesAllTenants() {
    assertProblem(ErrorCode.FORBIDDEN, Fixtures.admin(active).get("/tenants"));
    assertProblem(ErrorCode.FORBIDDEN, Fixtures.member(active).get("/tenants"));
    assertProblem(ErrorCode.UNAUTHENTICATED, Api.ofService().get("/tenants"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMemberSeesItsOwnTenantNamedBySubdomainOrId(boolean byId) {
    String id = Fixtures.root().get("/tenants/" + active).json().getString("id");
    String token = ServiceResource.issuer().member(byId ? id : active);

    Api.Answer mine = Api.ofService().withToken(token).get("/tenants/mine");

    assertEquals(200, mine.status(), mine.text());
    assertEquals(1, mine.array().size());
    assertEquals(id, mine.array().getJsonObject(0).getString("id"));
  }

  @Test
  void whoeverMayEnterNoTenantSeesNone() {
    for (String tenant : List.of("nobody", suspended, "", "NOBODY", "a b")) {
      Api member = Api.ofService().withToken(ServiceResource.issuer().member(tenant));
      assertEquals("[]", member.get("/tenants/mine").text(), tenant);
    }
    String none = ServiceResource.issuer().token(claims -> {});
    assertEquals("[]", Api.ofService().withToken(none).get("/tenants/mine").text());
    assertProblem(ErrorCode.UNAUTHENTICATED, Api.ofService().get("/tenants/mine"));
  }

  @Test
  void aSuperAdminMayEnterAllThatAreNotDeleted() {
    Set<String> statuses =
        Fixtures.root().get("/tenants/mine?limit=200").array().stream()
            .map(tenant -> ((JsonObject) tenant).getString("status"))
            .collect(Collectors.toSet());

    assertTrue(statuses.containsAll(Set.of("active", "suspended")), statuses::toString);
    assertTrue(!statuses.contains("deleted"), statuses::toString);
  }

  private static String found(String text, String filters) {
    return names(text, filters).stream()
        .map(TenantListingTest::word)
        .collect(Collectors.joining(", "));
  }

  private static TreeSet<String> names(String text, String filters) {
    String q = URLEncoder.encode(text, StandardCharsets.UTF_8);
    Api.Answer page = Fixtures.root().get("/tenants?limit=200&q=" + q + filters);
    assertEquals(200, page.status(), page.text());
    return page.array().stream()
        .map(tenant -> ((JsonObject) tenant).getString("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String word(String name) {
    return name.substring(name.indexOf(':') + 2);
  }

  private static String make(String word, String plan, String isolation) {
    String subdomain = Fixtures.subdomain();
    Api.Answer made =
        Fixtures.root()
            .post(
                "/tenants",
                new JsonObject()
                    .put("name", run + ": " + word)
                    .put("subdomain", subdomain)
                    .put("plan", plan)
                    .put("isolation", isolation));
    assertEquals(201, made.status(), made.text());
    return subdomain;
  }
}
