package io.aegisx.tenancy.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer names its request. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class RequestIdTest {

  private static final String MADE =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /users, 200",
    "GET, /nothing, 404",
    "DELETE, /users, 405",
    "POST, /users, 400",
    "GET, /users/abc, 404",
    "GET, /tenants, 403",
    "GET, /tenants/a%2fb/users, 400",
    "GET, /tenants/nobody/users, 400",
    "OPTIONS, /users, 200",
    "GET, /q/openapi, 200",
    "GET, /q/nothing, 404"
  })
  void theIdOfTheClientComesBack(String method, String path, int status) {
    Api.Answer answer =
        Fixtures.admin(tenant).with("X-Request-ID", "Mine_1.2-3").send(method, path, null);

    assertEquals(status, answer.status(), answer.text());
    assertEquals("Mine_1.2-3", answer.header("X-Request-ID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk", "Bearer junk", "Bearer a.b.c"})
  void alsoWithoutAValidToken(String authorization) {
    Api.Answer answer =
        Api.ofService()
            .forTenant(tenant)
            .with("Authorization", authorization)
            .with("X-Request-ID", "mine")
            .get("/users");

    assertEquals("UNAUTHENTICATED", answer.code());
    assertEquals("mine", answer.header("X-Request-ID"));
    assertEquals("mine", answer.json().getString("requestId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a,b", "<script>", "ü", ""})
  void anIdThatIsNotWellFormedIsReplaced(String id) {
    Api.Answer answer = Fixtures.admin(tenant).with("X-Request-ID", id).get("/users");

    assertTrue(answer.header("X-Request-ID").matches(MADE), answer.header("X-Request-ID"));
  }

  @Test
  void anIdMayHave128Characters() {
    Api admin = Fixtures.admin(tenant);

    assertEquals(
        "x".repeat(128),
        admin.with("X-Request-ID", "x".repeat(128)).get("/users").header("X-Request-ID"));
    assertTrue(
        admin
            .with("X-Request-ID", "x".repeat(129))
            .get("/users")
            .header("X-Request-ID")
            .matches(MADE));
  }

  @Test
  void noTwoRequestsHaveTheSameId() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      ids.add(Api.ofService().get("/nothing").header("X-Request-ID"));
    }
    assertEquals(20, ids.size());
  }
}
