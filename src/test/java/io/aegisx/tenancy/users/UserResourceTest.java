package io.aegisx.tenancy.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class UserResourceTest {

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant", "database_per_tenant"})
  void aUserIsMadeReadChangedAndDeleted(String isolation) {
    String tenant = Fixtures.tenant(isolation).getString("subdomain");
    Api admin = Fixtures.admin(tenant);

    Api.Answer made = admin.post("/users", Fixtures.user("ann@example.com"));
    assertEquals(201, made.status(), made.text());
    String path = "/users/" + made.json().getString("id");
    assertEquals(
        "http://127.0.0.1:" + io.restassured.RestAssured.port + path, made.header("Location"));

    Api.Answer read = Fixtures.member(tenant).get(path);
    assertEquals(made.json(), read.json());
    assertEquals(made.header("ETag"), read.header("ETag"));

    Api.Answer changed =
        admin.with("If-Match", read.header("ETag")).put(path, new JsonObject().put("name", "Ann"));
    assertEquals(200, changed.status(), changed.text());
    assertEquals("Ann", changed.json().getString("name"));
    assertEquals("ann@example.com", changed.json().getString("email"));

    assertEquals(
        412,
        admin
            .with("If-Match", read.header("ETag"))
            .put(path, new JsonObject().put("name", "X"))
            .status());
    assertEquals(204, admin.delete(path).status());
    assertEquals("NOT_FOUND", admin.get(path).code());
  }
}
