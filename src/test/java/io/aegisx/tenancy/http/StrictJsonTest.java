package io.aegisx.tenancy.http;

import static io.aegisx.tenancy.testing.ProblemAssert.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body does not say in so many words is not read into it; the answer names the field. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class StrictJsonTest {

  private static String tenant;
  private static String product;

  @BeforeEach
  void makeProduct() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
      product =
          "/products/"
              + admin().post("/products", Fixtures.product("strict", 5, 5)).json().getString("id");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stock | 1.5",
        "stock | 7.0",
        "stock | 1e2",
        "stock | \"7\"",
        "stock | \"\"",
        "stock | true",
        "stock | [7]",
        "stock | {}",
        "stock | -1",
        "stock | 99999999999999999999",
        "priceCents | 9223372036854775808",
        "name | 5",
        "name | 5.5",
        "name | true",
        "name | [\"a\"]",
        "name | {}",
        "name | \"a\\u0000b\"",
        "name | \"half \\ud83d\"",
        "name | \"\\ude42\\ud83d turned\"",
        "currency | \"eur\"",
        "sku | \"with space\""
      })
  void aValueOfAnotherTypeIsRefusedInEveryWayToWriteIt(String field, String value) {
    String change = "{\"" + field + "\":" + value + "}";
    String whole = withOneChanged(field, value);

    assertInvalid(field, admin().post("/products", whole));
    assertInvalid(field, admin().put(product, change));
    assertInvalid(field, admin().patch(product, change));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour | {\"colour\":\"red\"}",
        "colour | {\"colour\":null}",
        "name | {\"name\":\"a\",\"name\":\"b\"}",
        "name | {\"name\":\"a\",\"name\":\"a\"}",
        "body | {\"name\":\"a\"} {}",
        "body | {\"name\":\"a\"}]",
        "body | {\"name\":\"a\"",
        "body | {name:\"a\"}",
        "body | {'name':'a'}",
        "body | {\"name\":\"a\",}",
        "body | /* remark */ {\"name\":\"a\"}",
        "body | NaN",
        "body | null",
        "body | []",
        "body | [{\"name\":\"a\"}]",
        "body | \"name\"",
        "body | 5",
        "body | ``"
      })
  void aChangeThatIsNotWellFormedIsRefused(String field, String body) {
    assertInvalid(field, admin().put(product, body));
    assertInvalid(field, admin().patch(product, body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "settings.branding.logos | {\"branding\":{\"logos\":\"/a\"}}",
        "settings.colour | {\"colour\":1}",
        "settings.branding.logo | {\"branding\":{\"logo\":7}}",
        "settings.branding.logo | {\"branding\":{\"logo\":\"/a\",\"logo\":\"/b\"}}",
        "settings.branding.logo | {\"branding\":{\"logo\":\"javascript:alert(1)\"}}",
        "settings.branding.primaryColor | {\"branding\":{\"primaryColor\":\"red\"}}",
        "settings.branding | {\"branding\":[]}",
        "settings.branding | {\"branding\":\"\"}",
        "settings.features | {\"features\":\"all\"}",
        "settings.features[1] | {\"features\":[\"a\",1]}",
        "settings.features[1] | {\"features\":[\"a\",\"B\"]}",
        "settings.features[0] | {\"features\":[null]}",
        "settings.maxUsers | {\"maxUsers\":\"5\"}",
        "settings.maxUsers | {\"maxUsers\":2147483648}",
        "settings.maxUsers | {\"maxUsers\":-1}",
        "settings.storageLimit | {\"storageLimit\":0.5}",
        "settings.customDomain | {\"customDomain\":\"UPPER.example.com\"}",
        "settings.customDomain | {\"customDomain\":\"nodot\"}",
        "settings | 5",
        "settings | []",
        "settings | \"\""
      })
  void aNestedFieldIsNamedByItsPath(String field, String settings) {
    Api root = Fixtures.root();
    String body = "{\"settings\":" + settings + "}";
    String whole = "{\"name\":\"n\",\"subdomain\":\"never-made\",\"settings\":" + settings + "}";

    assertInvalid(field, root.post("/tenants", whole));
    assertInvalid(field, root.put("/tenants/" + tenant, body));
    assertInvalid(field, root.patch("/tenants/" + tenant, body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"\"", "\"gold\"", "\"PRO\"", "true", "[\"pro\"]", "{}"})
  void anEnumIsOneOfItsNames(String plan) {
    assertInvalid("plan", Fixtures.root().put("/tenants/" + tenant, "{\"plan\":" + plan + "}"));
    assertInvalid(
        "plan",
        Fixtures.root()
            .post("/tenants", "{\"name\":\"n\",\"subdomain\":\"x\",\"plan\":" + plan + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "userId | {\"userId\":\"abc\",\"lines\":[]}",
        "userId | {\"userId\":7,\"lines\":[]}",
        "lines | {\"lines\":[]}",
        "lines | {}",
        "lines | {\"lines\":{}}",
        "lines[0] | {\"lines\":[null]}",
        "lines[0] | {\"lines\":[5]}",
        "lines[0].productId | {\"lines\":[{\"quantity\":1}]}",
        "lines[0].productId | {\"lines\":[{\"productId\":\"x\",\"quantity\":1}]}",
        "lines[0].quantity | {\"lines\":[{\"productId\":\"ID\",\"quantity\":0}]}",
        "lines[1].quantity | {\"lines\":[{\"productId\":\"ID\",\"quantity\":1},{\"productId\":\"ID\"}]}",
        "lines[0].quantity | {\"lines\":[{\"productId\":\"ID\",\"quantity\":1,\"quantity\":2}]}",
        "lines[0].price | {\"lines\":[{\"productId\":\"ID\",\"quantity\":1,\"price\":2}]}"
      })
  void anElementOfAListIsNamedByItsPlace(String field, String body) {
    assertInvalid(
        field, admin().post("/orders", body.replace("ID", "0190a1b2-0000-7000-8000-000000000000")));
  }

  @Test
  void severalMistakesAreToldAtOnce() {
    Api.Answer answer = admin().post("/users", "{\"email\":\"nobody\",\"name\":\" \"}");

    assertEquals(
        java.util.List.of("email", "name"), io.aegisx.tenancy.testing.ProblemAssert.fields(answer));
  }

  @Test
  void aDeeplyNestedBodyIsRefusedUnread() {
    Api.Answer answer = admin().put(product, "{\"name\":" + "[".repeat(5000) + "}");

    assertInvalid("body", answer);
  }

  @Test
  void refusedBodiesChangeNothing() {
    assertTrue(admin().get(product).text().contains("\"sku\":\"strict\""));
    assertEquals(1, admin().get("/products").array().size());
  }

  private static String withOneChanged(String field, String value) {
    String other = Fixtures.product("other", 5, 5).encode();
    return other.replaceFirst(
        "\"" + field + "\":(\"[^\"]*\"|[0-9]+)",
        java.util.regex.Matcher.quoteReplacement("\"" + field + "\":" + value));
  }

  private static Api admin() {
    return Fixtures.admin(tenant);
  }
}
