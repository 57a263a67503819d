package io.aegisx.tenancy.http;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections are arrays, read page by page along their Link headers. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class PagesTest {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private static String tenant;

  @BeforeEach
  void fillTenant() {
    if (tenant != null) {
      return;
    }
    tenant = Fixtures.tenant("shared_database").getString("subdomain");
    for (int i = 0; i < 7; i++) {
      admin().post("/users", Fixtures.user("user" + i + "@example.com"));
      admin().post("/products", Fixtures.product("sku" + i, 100, 100));
    }
    String user = admin().get("/users").array().getJsonObject(0).getString("id");
    String product = admin().get("/products").array().getJsonObject(0).getString("id");
    IntStream.range(0, 7).forEach(i -> admin().post("/orders", Fixtures.order(user, product, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "/users, 1",
    "/users, 2",
    "/users, 3",
    "/users, 6",
    "/users, 7",
    "/users, 8",
    "/users, 200",
    "/products, 3",
    "/products, 7",
    "/orders, 3",
    "/orders, 7"
  })
  void theLinksLeadThroughAllItemsOnce(String path, int limit) {
    List<String> whole = ids(admin().get(path));
    assertEquals(7, whole.size());

    assertEquals(whole, walk(admin(), path + "?limit=" + limit, limit));
    String below = "/tenants/" + tenant + path;
    Api withoutHeader = Api.ofService().withToken(ServiceResource.issuer().member(tenant));
    assertEquals(whole, walk(withoutHeader, below + "?limit=" + limit, limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/products", "/orders", "/tenants", "/tenants/mine"})
  void aLimitIsANumberFrom1To200(String path) {
    Api api = path.startsWith("/tenants") ? Fixtures.root() : admin();

    assertEquals(200, api.get(path + "?limit=1").status());
    assertEquals(200, api.get(path + "?limit=200").status());
    for (String limit : List.of("0", "201", "-1", "+1", "1.0", "ten", "99999999999", "%D9%A1")) {
      assertInvalid("limit", api.get(path + "?limit=" + limit));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/products", "/orders", "/tenants", "/tenants/mine"})
  void aCursorIsOneThatWasGivenOut(String path) {
    Api api = path.startsWith("/tenants") ? Fixtures.root() : admin();

    for (String cursor : List.of("x", "%00", "MDFh", "..%2f", "'--", "a".repeat(3000))) {
      assertInvalid("cursor", api.get(path + "?cursor=" + cursor));
    }
  }

  @Test
  void aMembersOwnTenantsHaveTheSameLimits() {
    assertInvalid("limit", Fixtures.member(tenant).get("/tenants/mine?limit=0"));
    assertInvalid("cursor", Fixtures.member(tenant).get("/tenants/mine?cursor=x"));
  }

  @Test
  void thereAreFiftyItemsOnAPageUnlessAskedOtherwise() {
    String many = Fixtures.tenant("shared_database", "pro").getString("subdomain");
    for (int i = 0; i < 51; i++) {
      Fixtures.admin(many).post("/products", Fixtures.product("sku" + i, 1, 1));
    }
    Api.Answer page = Fixtures.member(many).get("/products");

    assertEquals(50, page.array().size());
    assertEquals(1, Fixtures.member(many).get(next(page)).array().size());
  }

  @Test
  void whatIsThereFromTheBeginningIsSeenOnceWhateverComesAndGoes() {
    String busy = Fixtures.tenant("schema_per_tenant").getString("subdomain");
    Api admin = Fixtures.admin(busy);
    for (int i = 0; i < 8; i++) {
      admin.post("/products", Fixtures.product("old" + i, 1, 1));
    }
    List<String> before = ids(admin.get("/products"));
    // The last item of the first page, one of the page to come, and new ones at the end.
    Api.Answer page = admin.get("/products?limit=3");
    List<String> seen = new ArrayList<>(ids(page));
    admin.delete("/products/" + before.get(2));
    admin.delete("/products/" + before.get(4));
    admin.post("/products", Fixtures.product("new", 1, 1));

    while (next(page) != null) {
      page = admin.get(next(page));
      seen.addAll(ids(page));
    }

    List<String> expected = new ArrayList<>(before);
    expected.remove(before.get(4));
    assertEquals(expected, seen.subList(0, 7));
    assertEquals(8, seen.size(), "and the new one");
  }

  @Test
  void aLinkKeepsTheFilters() {
    String mark = "50%_off\\ & more+" + Fixtures.subdomain();
    List<String> made = IntStream.range(0, 3).mapToObj(i -> tenantNamed(mark + " " + i)).toList();
    tenantNamed("other");
    String query =
        "?q="
            + java.net.URLEncoder.encode(mark, java.nio.charset.StandardCharsets.UTF_8)
            + "&plan=basic&isolation=shared_database&status=active&limit=2";

    assertEquals(made, walk(Fixtures.root(), "/tenants" + query, 2));
  }

  @Test
  void aLinkLeadsToTheHostThatWasAsked() {
    Api.Answer page =
        Api.ofService()
            .withToken(ServiceResource.issuer().member(tenant))
            .with("Host", tenant + ".localhost:7777")
            .get("/users?limit=2&unknown=1");

    String next = link(page);
    assertTrue(
        next.startsWith("http://" + tenant + ".localhost:7777/users?limit=2&unknown=1&"), next);
  }

  private static List<String> walk(Api api, String path, int limit) {
    String asked = path.substring(0, path.indexOf('?'));
    List<String> seen = new ArrayList<>();
    Api.Answer page = api.get(path);
    while (true) {
      assertEquals(200, page.status(), page.text());
      assertTrue(ids(page).size() <= limit);
      seen.addAll(ids(page));
      String next = next(page);
      if (next == null) {
        return seen;
      }
      assertEquals(limit, ids(page).size(), "only the last page may be short");
      assertEquals(asked, URI.create(next).getPath());
      page = api.get(next);
    }
  }

  private static String link(Api.Answer page) {
    String header = page.header("Link");
    if (header == null) {
      return null;
    }
    Matcher link = NEXT.matcher(header);
    assertTrue(link.matches(), header);
    return link.group(1);
  }

  /** The next page's path and query on the service at hand. */
  private static String next(Api.Answer page) {
    String link = link(page);
    if (link == null) {
      assertNull(page.header("Link"));
      return null;
    }
    URI next = URI.create(link);
    return next.getRawPath() + "?" + next.getRawQuery();
  }

  private static List<String> ids(Api.Answer page) {
    return page.array().stream().map(item -> ((JsonObject) item).getString("id")).toList();
  }

  private static String tenantNamed(String name) {
    JsonObject tenant = new JsonObject().put("name", name).put("subdomain", Fixtures.subdomain());
    return Fixtures.root().post("/tenants", tenant).json().getString("id");
  }

  private static Api admin() {
    return Fixtures.admin(tenant);
  }
}
