package io.aegisx.tenancy.users;

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
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @Test
  void anAddressIsOfOneUserInWhateverCase() {
    Api admin = Fixtures.admin(Fixtures.tenant("shared_database").getString("subdomain"));
    admin.post("/users", Fixtures.user("Ann@Example.com"));
    String bob =
        "/users/" + admin.post("/users", Fixtures.user("bob@example.com")).json().getString("id");

    assertProblem(ErrorCode.CONFLICT, admin.post("/users", Fixtures.user("aNN@eXAMPLE.COM")));
    assertProblem(ErrorCode.CONFLICT, admin.put(bob, "{\"email\":\"ann@example.com\"}"));
    assertEquals(200, admin.put(bob, "{\"email\":\"BOB@example.com\"}").status());
    assertEquals("BOB@example.com", admin.get(bob).json().getString("email"));
  }

  @Test
  void aUserKeepsToItsForm() {
    Api admin = Fixtures.admin(Fixtures.tenant("shared_database").getString("subdomain"));
    String path =
        "/users/" + admin.post("/users", Fixtures.user("ann@example.com")).json().getString("id");

    for (String email : List.of("", "ann", "ann@", "@example.com", "a b@example.com")) {
      assertInvalid("email", admin.post("/users", Fixtures.user(email)));
      assertInvalid("email", admin.put(path, new JsonObject().put("email", email)));
    }
    assertInvalid("name", admin.put(path, "{\"name\":\"\"}"));
    assertInvalid("name", admin.patch(path, "{\"name\":null}"));
    assertInvalid("createdAt", admin.put(path, "{\"createdAt\":\"2020-01-01T00:00:00Z\"}"));
    assertInvalid("updatedAt", admin.patch(path, "{\"updatedAt\":null}"));
    assertInvalid("id", admin.put(path, "{\"id\":\"0190a1b2-0000-7000-8000-000000000000\"}"));
  }
}
