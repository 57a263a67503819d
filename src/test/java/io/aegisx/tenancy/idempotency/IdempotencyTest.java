package io.aegisx.tenancy.idempotency;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Operator;
import io.aegisx.tenancy.testing.RawHttp;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repeated POST with the same Idempotency-Key makes nothing twice, in a tenant's own data. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class IdempotencyTest {

  private static final String HEADER = "Idempotency-Key";

  private static String tenant;
  private static String buyer;
  private static String product;

  @BeforeEach
  void fillTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database", "enterprise").getString("subdomain");
      buyer = id(admin().post("/users", Fixtures.user("buyer@example.com")));
      product = id(admin().post("/products", Fixtures.product("stocked", 100, 1000)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/products", "/orders"})
  void aRepeatIsAnsweredAsTheFirstWas(String path) {
    JsonObject body = body(path);
    Api keyed = keyed();
    Api.Answer first = keyed.post(path, body);
    assertEquals(201, first.status(), first.text());
    int count = count(path);

    Api.Answer repeat = keyed.post(path, body);

    assertSame(first, repeat);
    assertEquals(count, count(path));
    assertSame(first, keyed.post("/tenants/" + tenant + path, body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema_per_tenant", "database_per_tenant"})
  void alsoInAStorageOfItsOwn(String isolation) {
    String own = Fixtures.tenant(isolation).getString("subdomain");
    Api keyed = Fixtures.admin(own).with(HEADER, "once");

    Api.Answer first = keyed.post("/users", Fixtures.user("ann@example.com"));

    assertSame(first, keyed.post("/users", Fixtures.user("ann@example.com")));
    assertEquals(1, keyed.get("/users").array().size());
  }

  @Test
  void aRepeatIsAnsweredAsTheFirstWasThoughTheResourceHasChanged() {
    JsonObject body = body("/users");
    Api keyed = keyed();
    Api.Answer first = keyed.post("/users", body);
    admin().put("/users/" + id(first), "{\"name\":\"Changed\"}");
    assertSame(first, keyed.post("/users", body));

    admin().delete("/users/" + id(first));
    assertSame(first, keyed.post("/users", body));
    assertEquals(404, admin().get("/users/" + id(first)).status());
  }

  @Test
  void theSameBodyMayBeWrittenInAnotherWay() {
    Api keyed = keyed();
    Api.Answer first = keyed.post("/users", "{\"email\":\"w@example.com\",\"name\":\"W\"}");

    assertSame(
        first, keyed.post("/users", " { \"name\" : \"\\u0057\", \"email\":\"w@example.com\" }"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/products", "/orders"})
  void anotherBodyUnderTheSameKeyIsRefused(String path) {
    Api keyed = keyed();
    keyed.post(path, body(path));
    int count = count(path);

    assertProblem(ErrorCode.IDEMPOTENCY_KEY_REUSED, keyed.post(path, otherBody(path)));
    assertEquals(count, count(path));
  }

  @Test
  void anotherRouteOrCallerOrTenantIsAnotherKey() {
    String other = Fixtures.tenant("shared_database").getString("subdomain");
    String key = Fixtures.subdomain();
    Api.Answer first = admin().with(HEADER, key).post("/users", Fixtures.user("a@example.com"));
    Api colleague =
        Api.ofService()
            .forTenant(tenant)
            .withToken(ServiceResource.issuer().token("colleague", tenant, "tenant-admin"));

    Api.Answer route = admin().with(HEADER, key).post("/products", body("/products"));
    Api.Answer caller = colleague.with(HEADER, key).post("/users", Fixtures.user("b@example.com"));
    Api.Answer tenantsOwn =
        Fixtures.admin(other).with(HEADER, key).post("/users", Fixtures.user("a@example.com"));

    for (Api.Answer made : List.of(first, route, caller, tenantsOwn)) {
      assertEquals(201, made.status(), made.text());
    }
    assertNotEquals(id(first), id(tenantsOwn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/products", "/orders"})
  void ofManyAtTheSameTimeOneIsMade(String path) {
    JsonObject body = body(path);
    int before = count(path);
    Api keyed = keyed();

    List<CompletableFuture<Api.Answer>> sent =
        IntStream.range(0, 6).mapToObj(i -> keyed.sendAsync("POST", path, body)).toList();
    List<Api.Answer> answers = sent.stream().map(CompletableFuture::join).toList();

    answers.forEach(answer -> assertSame(answers.get(0), answer));
    assertEquals(201, answers.get(0).status(), answers.get(0).text());
    assertEquals(before + 1, count(path));
  }

  @Test
  void aRequestThatFailedHasNotUsedItsKey() {
    JsonObject order = Fixtures.order(buyer, product, 1_000_000);
    Api keyed = keyed();
    assertProblem(ErrorCode.OUT_OF_STOCK, keyed.post("/orders", order));
    assertProblem(ErrorCode.OUT_OF_STOCK, keyed.post("/orders", order));
    admin().put("/products/" + product, "{\"stock\":1000500}");

    Api.Answer made = keyed.post("/orders", order);

    assertEquals(201, made.status(), made.text());
    assertSame(made, keyed.post("/orders", order));
    assertEquals(500, admin().get("/products/" + product).json().getInteger("stock"));
    admin().put("/products/" + product, "{\"stock\":1000}");
  }

  @Test
  void aRequestThatWasNotValidMayBeCorrectedUnderItsKey() {
    Api keyed = keyed();
    assertInvalid("email", keyed.post("/users", "{\"email\":\"nobody\",\"name\":\"N\"}"));
    assertProblem(ErrorCode.CONFLICT, keyed.post("/users", Fixtures.user("BUYER@example.com")));

    assertEquals(201, keyed.post("/users", Fixtures.user("nobody@example.com")).status());
  }

  @Test
  void aKeyIsOneOrMoreVisibleCharacters() {
    for (String key : List.of("", "with space", "k".repeat(256))) {
      assertInvalid(HEADER, admin().with(HEADER, key).post("/users", body("/users")));
    }
    for (String key : List.of("!", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "k".repeat(255))) {
      Api.Answer made = admin().with(HEADER, key).post("/users", body("/users"));
      assertEquals(201, made.status(), made.text());
    }
  }

  @Test
  void aKeyIsKeptFor24Hours() {
    Api keyed = keyed();
    Api.Answer first = keyed.post("/users", Fixtures.user("day@example.com"));
    Operator.ageKeys(23);
    assertSame(first, keyed.post("/users", Fixtures.user("day@example.com")));

    Operator.ageKeys(2);
    Api.Answer next = keyed.post("/users", Fixtures.user("next-day@example.com"));

    assertEquals(201, next.status(), next.text());
    assertSame(next, keyed.post("/users", Fixtures.user("next-day@example.com")));
  }

  @Test
  void aKeyIsGivenOnce() {
    String body = body("/users").encode();
    Api.Answer answer =
        RawHttp.toService()
            .sendText(
                String.join(
                    "\r\n",
                    "POST /users HTTP/1.1",
                    "Host: " + tenant + ".localhost",
                    "Authorization: Bearer " + ServiceResource.issuer().admin(tenant),
                    "Idempotency-Key: one",
                    "Idempotency-Key: two",
                    "Connection: close",
                    "Content-Length: " + body.length(),
                    "",
                    body));

    assertInvalid(HEADER, answer);
  }

  private static void assertSame(Api.Answer expected, Api.Answer actual) {
    assertEquals(expected.status(), actual.status(), actual.text());
    assertEquals(expected.text(), actual.text());
    assertEquals(expected.header("ETag"), actual.header("ETag"));
    assertEquals(afterTenant(expected), afterTenant(actual));
  }

  /** A repeat that names the tenant in its path finds what was made there, too. */
  private static String afterTenant(Api.Answer answer) {
    return answer.header("Location").replace("/tenants/" + tenant, "");
  }

  private static JsonObject body(String path) {
    String unique = Fixtures.subdomain();
    return switch (path) {
      case "/users" -> Fixtures.user(unique + "@example.com");
      case "/products" -> Fixtures.product(unique, 100, 1);
      default -> Fixtures.order(buyer, product, 1);
    };
  }

  private static JsonObject otherBody(String path) {
    return path.equals("/orders") ? Fixtures.order(buyer, product, 2) : body(path);
  }

  private static int count(String path) {
    JsonArray page = admin().get(path + "?limit=200").array();
    return page.size();
  }

  private static Api admin() {
    return Fixtures.admin(tenant);
  }

  private static Api keyed() {
    return admin().with(HEADER, Fixtures.subdomain());
  }

  private static String id(Api.Answer made) {
    return made.json().getString("id");
  }
}
