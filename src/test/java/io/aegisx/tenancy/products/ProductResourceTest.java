package io.aegisx.tenancy.products;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products from their making to their end. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ProductResourceTest {

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  @Test
  void aProductIsMadeReadChangedAndDeleted() {
    JsonObject body = product();
    Api.Answer made = admin().post("/products", body);
    assertEquals(201, made.status(), made.text());
    String path = "/products/" + made.json().getString("id");
    assertEquals(body, withoutId(made.json()));
    assertEquals(made.text(), Fixtures.member(tenant).get(path).text());

    Api.Answer changed = admin().put(path, "{\"stock\":0,\"currency\":\"USD\",\"name\":null}");
    assertEquals(body.put("stock", 0).put("currency", "USD"), withoutId(changed.json()));
    assertEquals(
        body.put("name", "New"), withoutId(admin().patch(path, "{\"name\":\"New\"}").json()));

    Api.Answer deleted = admin().delete(path);
    assertEquals(204, deleted.status());
    assertEquals("", deleted.text());
    assertProblem(ErrorCode.NOT_FOUND, admin().get(path));
    assertProblem(ErrorCode.NOT_FOUND, admin().put(path, "{}"));
    assertProblem(ErrorCode.NOT_FOUND, admin().delete(path));
  }

  @Test
  void aSkuIsOfOneProductOfTheTenant() {
    JsonObject body = product();
    admin().post("/products", body);
    JsonObject second = admin().post("/products", product()).json();
    String change = new JsonObject().put("sku", body.getString("sku")).encode();

    assertProblem(ErrorCode.CONFLICT, admin().post("/products", body));
    assertProblem(ErrorCode.CONFLICT, admin().put("/products/" + second.getString("id"), change));

    String other = Fixtures.tenant("shared_database").getString("subdomain");
    assertEquals(201, Fixtures.admin(other).post("/products", body).status());
  }

  @ParameterizedTest
  @CsvSource({"sku", "name", "priceCents", "currency", "stock"})
  void everyFieldIsNeeded(String field) {
    JsonObject body = product();
    body.remove(field);
    assertInvalid(field, admin().post("/products", body));
    assertInvalid(field, admin().post("/products", body.copy().putNull(field)));

    String path = "/products/" + admin().post("/products", product()).json().getString("id");
    assertInvalid(field, admin().patch(path, "{\"" + field + "\":null}"));
  }

  @ParameterizedTest
  @CsvSource({"sku, ''", "sku, ü", "name, ''", "name, ' '", "currency, EURO", "currency, ''"})
  void aFieldKeepsToItsForm(String field, String value) {
    assertInvalid(field, admin().post("/products", product().put(field, value)));
  }

  @ParameterizedTest
  @CsvSource({
    "priceCents, -1, 10000000001, 10000000000",
    "stock, -1, 1000000000001, 1000000000000"
  })
  void aNumberKeepsToItsBounds(String field, long low, long high, long highest) {
    assertInvalid(field, admin().post("/products", product().put(field, low)));
    assertInvalid(field, admin().post("/products", product().put(field, high)));
    for (long fine : new long[] {0, highest}) {
      JsonObject made = admin().post("/products", product().put(field, fine)).json();
      assertEquals(fine, made.getLong(field));
    }
  }

  @Test
  void anIdIsForGood() {
    String path = "/products/" + admin().post("/products", product()).json().getString("id");

    assertInvalid("id", admin().put(path, "{\"id\":\"0190a1b2-0000-7000-8000-000000000000\"}"));
    assertInvalid("id", admin().post("/products", product().put("id", "x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"member", "nobody"})
  void onlyAdministratorsWrite(String who) {
    String path = "/products/" + admin().post("/products", product()).json().getString("id");
    Api api = who.equals("member") ? Fixtures.member(tenant) : Api.ofService().forTenant(tenant);
    ErrorCode code = who.equals("member") ? ErrorCode.FORBIDDEN : ErrorCode.UNAUTHENTICATED;

    assertProblem(code, api.post("/products", product()));
    assertProblem(code, api.put(path, "{}"));
    assertProblem(code, api.patch(path, "{}"));
    assertProblem(code, api.delete(path));
    assertEquals(200, admin().get(path).status());
  }

  @Test
  void textIsKeptAsItIs() {
    String name = "Ünïcödé ✓ 🙂 '\"; DROP TABLE products; -- \\ <b>%_\u0001";

    JsonObject made = admin().post("/products", product().put("name", name)).json();

    assertEquals(name, made.getString("name"));
    assertEquals(name, admin().get("/products/" + made.getString("id")).json().getString("name"));
  }

  private static JsonObject product() {
    return Fixtures.product(Fixtures.subdomain(), 199, 3);
  }

  private static JsonObject withoutId(JsonObject product) {
    JsonObject copy = product.copy();
    copy.remove("id");
    return copy;
  }

  private static Api admin() {
    return Fixtures.admin(tenant);
  }
}
