package io.aegisx.tenancy.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The OpenAPI document is whole, and says what the service does. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ApiDescriptionTest {

  private ApiDocument document;

  @BeforeEach
  void read() {
    document = ApiDocument.ofService();
  }

  /**
   * If not: {@code npm run openapi -w client} in {@code src/main/webui}, with the service started.
   */
  @Test
  void theTypedClientIsMadeFromIt() throws IOException {
    String known = Files.readString(Path.of("src/main/webui/client/openapi.json"));

    assertEquals(new JsonObject(known), document.whole());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertTrue(document.references().size() > 100);
    for (String reference : document.references()) {
      assertNotNull(document.at(reference), reference);
    }
  }

  @Test
  void everyOperationHasAnIdASummaryATagAndAnswers() {
    Set<String> ids = new HashSet<>();
    for (ApiDocument.Described described : document.operations()) {
      JsonObject operation = described.operation();
      assertTrue(ids.add(operation.getString("operationId")), described.name());
      assertFalse(operation.getString("summary").isBlank(), described.name());
      assertEquals(1, operation.getJsonArray("tags").size(), described.name());
      assertFalse(operation.getJsonArray("security").isEmpty(), described.name());
      for (String status : List.of("400", "401", "403", "404", "500", "503")) {
        assertNotNull(described.response(status), described.name() + " " + status);
      }
    }
    assertTrue(ids.size() >= 25, ids::toString);
  }

  @Test
  void everyFailureIsAProblemDocumentAndEveryAnswerHasTheRequestId() {
    for (ApiDocument.Described described : document.operations()) {
      for (String status : described.operation().getJsonObject("responses").fieldNames()) {
        JsonObject response = described.response(status);
        assertFalse(response.getString("description").isBlank());
        assertTrue(response.getJsonObject("headers").containsKey("X-Request-ID"));
        if (status.compareTo("400") >= 0) {
          assertEquals(Set.of("application/problem+json"), types(response), described.name());
        }
      }
    }
  }

  @Test
  void everyPathVariableIsAParameter() {
    for (ApiDocument.Described described : document.operations()) {
      Set<String> named = new TreeSet<>();
      for (JsonObject parameter : described.parameters()) {
        if (parameter.getString("in").equals("path")) {
          named.add("{" + parameter.getString("name") + "}");
        }
      }
      Set<String> needed = new TreeSet<>();
      for (String segment : described.path().split("/")) {
        if (segment.startsWith("{")) {
          needed.add(segment);
        }
      }
      assertEquals(needed, named, described.name());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /users | X-Tenant-ID, cursor, limit, name",
        "GET /config | X-Tenant-ID, cursor, limit",
        "GET /config/{key} | If-None-Match, X-Tenant-ID, default, key",
        "PUT /config/{key} | If-Match, X-Tenant-ID, key",
        "GET /keys | If-None-Match, X-Tenant-ID",
        "GET /audit | X-Tenant-ID, action, actor, cursor, from, limit, outcome, target, to",
        "POST /users | Idempotency-Key, X-Tenant-ID",
        "GET /users/{id} | If-None-Match, X-Tenant-ID, id",
        "PUT /users/{id} | If-Match, X-Tenant-ID, id",
        "PATCH /products/{id} | If-Match, X-Tenant-ID, id",
        "DELETE /products/{id} | If-Match, X-Tenant-ID, id",
        "POST /orders | Idempotency-Key, X-Tenant-ID",
        "PUT /orders/{id}/cancel | If-Match, X-Tenant-ID, id",
        "GET /usage | If-None-Match, X-Tenant-ID",
        "GET /usage/history | X-Tenant-ID, cursor, from, limit, to",
        "GET /tenants | cursor, isolation, limit, plan, q, sort, status",
        "POST /tenants | Idempotency-Key, Prefer",
        "GET /tenants/current | If-None-Match, X-Tenant-ID",
        "PUT /tenants/{tenant}/suspend | If-Match, tenant",
        "DELETE /tenants/{tenant} | If-Match, purge, tenant"
      })
  void parametersAreNamed(String name, String expected) {
    Set<String> names = new TreeSet<>();
    document
        .operation(name)
        .parameters()
        .forEach(parameter -> names.add(parameter.getString("name")));

    assertEquals(expected, String.join(", ", names));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST /users | 201 | ETag, Location, X-Request-ID | NewUser | User",
        "POST /tenants | 201 | ETag, Location, X-Request-ID | NewTenant | Tenant",
        "POST /tenants | 202 | Location, Preference-Applied, X-Request-ID | NewTenant | Tenant",
        "PUT /products/{id} | 200 | ETag, X-Request-ID | ProductChange | Product",
        "PATCH /tenants/{tenant} | 200 | ETag, X-Request-ID | TenantChange | Tenant"
      })
  void answersAreDescribed(
      String name, String status, String headers, String request, String response) {
    ApiDocument.Described described = document.operation(name);
    JsonObject answer = described.response(status);

    assertEquals(headers, String.join(", ", new TreeSet<>(fields(answer, "headers"))));
    assertEquals(response, schema(answer));
    assertEquals(request, schema(described.operation().getJsonObject("requestBody")));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /users, 200", "GET /users/{id}, 304", "DELETE /users/{id}, 204", "PUT /users/{id}, 412",
    "POST /users, 422", "POST /users, 413", "PATCH /users/{id}, 415", "POST /orders, 409",
    "DELETE /tenants/{tenant}, 204"
  })
  void statusesAreDescribed(String name, String status) {
    assertNotNull(document.operation(name).response(status));
  }

  @Test
  void whoIsRefusedIsToldTheLimit() {
    JsonObject refusal = document.component("responses").getJsonObject("Problem429");

    assertEquals(
        Set.of("RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID"),
        refusal.getJsonObject("headers").fieldNames());
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyErrorCodeIsExplained(ErrorCode code) {
    String row = "| `" + code + "` | " + code.status() + " | ";

    assertTrue(document.info().getString("description").contains(row), row);
    JsonObject problem = document.component("responses").getJsonObject("Problem" + code.status());
    assertTrue(problem.getString("description").contains("`" + code + "`"));
    assertTrue(
        document
            .component("schemas")
            .getJsonObject("ErrorCode")
            .getJsonArray("enum")
            .contains(code.name()));
  }

  @Test
  void nothingOfTheInsideIsDescribed() {
    for (String inner : List.of("JsonNode", "UserView", "UserInput", "RestResponse", "Tagged")) {
      assertFalse(document.component("schemas").containsKey(inner), inner);
    }
  }

  @Test
  void everyDescribedRouteIsServed() {
    for (ApiDocument.Described described : document.operations()) {
      String path = described.path().replaceAll("\\{\\w+}", "0190a1b2-0000-7000-8000-000000000000");
      Api.Answer answer = Api.ofService().send(described.method(), path, null);

      boolean isPublic = described.path().equals("/tenants/current");
      boolean namesTenant = described.path().contains("{tenant}");
      String expected =
          isPublic ? "TENANT_REQUIRED" : namesTenant ? "TENANT_NOT_FOUND" : "UNAUTHENTICATED";
      assertEquals(expected, answer.code(), described.name());
    }
  }

  @Test
  void theDocumentIsThereInBothForms() {
    Api.Answer yaml = Api.ofService().get("/q/openapi");
    assertTrue(yaml.text().startsWith("---\nopenapi: 3.1.0"), yaml.text().substring(0, 80));
    assertEquals("AegisX Tenancy", document.info().getString("title"));
    assertFalse(document.info().getString("version").equals("unset"));
    assertEquals(
        "bearer",
        document.component("securitySchemes").getJsonObject("accessToken").getString("scheme"));
  }

  private static String schema(JsonObject message) {
    JsonObject content = message.getJsonObject("content");
    JsonObject type = content.getJsonObject(content.fieldNames().iterator().next());
    return type.getJsonObject("schema").getString("$ref").replace("#/components/schemas/", "");
  }

  private static Set<String> types(JsonObject message) {
    return fields(message, "content");
  }

  private static Set<String> fields(JsonObject object, String name) {
    return object.getJsonObject(name).fieldNames();
  }
}
