package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not said to be public is closed, and no way of writing a path leads around that. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class DenyByDefaultTest {

  private static final Set<String> PUBLIC = Set.of("GET /tenants/current");
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
      Fixtures.admin(tenant).post("/users", Fixtures.user("secret@example.com"));
    }
  }

  @Test
  void everyRouteOfTheDocumentHasARoleInTheTable() {
    Set<String> table = Route.ALL.stream().map(Route::operation).collect(Collectors.toSet());

    assertEquals(new TreeSet<>(table), operations(), "a new route needs a row in Route");
  }

  @Test
  void everyRouteOfTheDocumentThatIsNotPublicAsksForAToken() {
    Set<String> closed = operations();
    closed.removeAll(PUBLIC);
    assertTrue(closed.size() >= 25, "the document shows the routes");

    for (String operation : closed) {
      Api.Answer bare = send(Api.ofService(), operation);
      Answers.assertUnauthenticated(operation, bare);
      Api.Answer named = send(Api.ofService().forTenant(tenant), operation);
      Answers.assertUnauthenticated(operation + " in a tenant", named);
    }
  }

  @Test
  void whatIsPublicIsServedWithoutAToken() {
    for (String operation : PUBLIC) {
      Api.Answer answer = send(Api.ofService().forTenant(tenant), operation);
      Answers.assertServed(operation, 200, answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/../users",
        "/q/%2e%2e/users",
        "/q/x/../../users",
        "/q/openapi/../../users",
        "/console/../users",
        "/dev-idp/../users",
        "/favicon.ico/../users",
        "//q/../users",
        "//users",
        "/./users",
        "/%75sers",
        "/users/",
        "/users;a=b",
        "/users%2f",
        "/;/users",
        "/q/..;/users",
        "/q/..%2fusers",
        "/q%2f..%2fusers",
        "/users/../q/../users",
        "/users/..%2f..%2fq/openapi",
        "/users?/q/openapi",
        "/users#/q/openapi",
        "/tenants/{tenant}/users",
        "/tenants/{tenant}//users",
        "/tenants/{tenant}/users/",
        "/tenants/{tenant}/./users",
        "/tenants/{tenant}/%75sers",
        "/tenants/{tenant}/q/../users",
        "/tenants/{tenant}/q/openapi",
        "/tenants/{tenant}/tenants/{tenant}/users",
        "/tenants/{tenant}/tenants/current",
        "/tenants/{tenant}/users/../../../q/openapi",
        "/tenants/{tenant}/users/%2e%2e/%2e%2e/%2e%2e/q/openapi",
        "/tenants/current/../{tenant}/users",
        "/tenants/current/../{tenant}",
        "/tenants/current;/../{tenant}",
        "/tenants/current/users",
        "/tenants/mine/users",
        "/tenants;x=y/{tenant}"
      })
  void noWayOfWritingAPathShowsDataToNobodyOrToStrangers(String path) {
    Api nobody = Api.ofService().forTenant(tenant);
    Api stranger = nobody.withToken(ServiceResource.issuer().admin("stranger"));

    for (Api api : Set.of(nobody, stranger, Api.ofService())) {
      for (String method : Set.of("GET", "HEAD", "POST", "DELETE", "TRACE", "OPTIONS")) {
        Api.Answer answer = api.send(method, path.replace("{tenant}", tenant), null);
        assertTrue(!answer.text().contains("secret@example.com"), () -> method + ": " + answer);
        assertTrue(!answer.text().contains("\"createdAt\":\"20"), () -> method + ": " + answer);
        assertNotEquals(500, answer.status(), method + " " + answer);
      }
    }
  }

  private static Api.Answer send(Api api, String operation) {
    String[] parts = operation.split(" ", 2);
    String path =
        parts[1].replace("{tenant}", tenant).replaceAll("\\{[^}]*}", "" + UUID.randomUUID());
    return api.send(parts[0], path, null);
  }

  private static Set<String> operations() {
    Api.Answer document = Api.ofService().get("/q/openapi?format=json");
    assertEquals(200, document.status(), document.text());
    JsonObject paths = document.json().getJsonObject("paths");
    Set<String> operations = new TreeSet<>();
    for (String path : paths.fieldNames()) {
      paths.getJsonObject(path).fieldNames().stream()
          .filter(METHODS::contains)
          .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path));
    }
    return operations;
  }
}
