package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A tenant that is not active is closed to each bearer in the way that tells it no more than it may
 * know.
 */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantStatusAccessTest {

  private static final Map<String, String> TENANTS = new HashMap<>();
  private static String other;

  @BeforeEach
  void makeTenants() throws SQLException {
    if (other == null) {
      other = Fixtures.tenant("shared_database").getString("subdomain");
      for (String status : new String[] {"suspended", "pending", "deleted"}) {
        TENANTS.put(status, tenantThatIs(status));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "suspended, NOBODY, UNAUTHENTICATED",
    "suspended, MEMBER, TENANT_SUSPENDED",
    "suspended, ADMIN, TENANT_SUSPENDED",
    "suspended, OTHER_MEMBER, TENANT_ACCESS_DENIED",
    "suspended, OTHER_ADMIN, TENANT_ACCESS_DENIED",
    "suspended, HOMELESS_ADMIN, TENANT_ACCESS_DENIED",
    "suspended, SUPER_ADMIN, TENANT_SUSPENDED",
    "pending, NOBODY, UNAUTHENTICATED",
    "pending, MEMBER, TENANT_NOT_READY",
    "pending, ADMIN, TENANT_NOT_READY",
    "pending, OTHER_MEMBER, TENANT_ACCESS_DENIED",
    "pending, OTHER_ADMIN, TENANT_ACCESS_DENIED",
    "pending, HOMELESS_ADMIN, TENANT_ACCESS_DENIED",
    "pending, SUPER_ADMIN, TENANT_NOT_READY",
    "deleted, NOBODY, TENANT_NOT_FOUND",
    "deleted, MEMBER, TENANT_NOT_FOUND",
    "deleted, ADMIN, TENANT_NOT_FOUND",
    "deleted, OTHER_MEMBER, TENANT_NOT_FOUND",
    "deleted, OTHER_ADMIN, TENANT_NOT_FOUND",
    "deleted, HOMELESS_ADMIN, TENANT_NOT_FOUND",
    "deleted, SUPER_ADMIN, TENANT_NOT_FOUND"
  })
  void itsDataIsServedToNobody(String status, Bearer bearer, String code) {
    String tenant = TENANTS.get(status);
    Api api = bearer.api(tenant, other);

    assertEquals(code, api.forTenant(tenant).get("/users").code());
    assertEquals(code, api.with("Host", tenant + ".localhost").get("/products").code());
    assertEquals(code, api.get("/tenants/" + tenant + "/orders").code());
  }

  @ParameterizedTest
  @CsvSource({
    "suspended, NOBODY, UNAUTHENTICATED",
    "suspended, MEMBER, TENANT_SUSPENDED",
    "suspended, ADMIN, TENANT_SUSPENDED",
    "suspended, OTHER_ADMIN, TENANT_ACCESS_DENIED",
    "suspended, SUPER_ADMIN, ''",
    "pending, NOBODY, UNAUTHENTICATED",
    "pending, ADMIN, TENANT_NOT_READY",
    "pending, OTHER_ADMIN, TENANT_ACCESS_DENIED",
    "pending, SUPER_ADMIN, ''",
    "deleted, NOBODY, TENANT_NOT_FOUND",
    "deleted, MEMBER, TENANT_NOT_FOUND",
    "deleted, ADMIN, TENANT_NOT_FOUND",
    "deleted, OTHER_MEMBER, TENANT_NOT_FOUND",
    "deleted, OTHER_ADMIN, TENANT_NOT_FOUND",
    "deleted, HOMELESS_ADMIN, TENANT_NOT_FOUND",
    "deleted, SUPER_ADMIN, ''"
  })
  void itselfIsServedToTheSuperAdminOnly(String status, Bearer bearer, String code) {
    String tenant = TENANTS.get(status);
    Api api = bearer.api(tenant, other);

    Api.Answer answer = api.get("/tenants/" + tenant);

    assertEquals(code, answer.code(), answer.text());
    assertEquals(code.isEmpty(), answer.status() == 200, answer.text());
    assertEquals(code.isEmpty() ? status : null, statusIn(answer));
  }

  @ParameterizedTest
  @CsvSource({"restore", "activate", "suspend"})
  void aDeletedTenantIsNotThereForItsOwnAdministrator(String step) {
    String tenant = TENANTS.get("deleted");
    JsonObject name = new JsonObject().put("name", "Back");

    Api admin = Fixtures.admin(tenant);
    Api.Answer changed = Bearer.ADMIN.api(tenant, other).put("/tenants/" + tenant, name);

    assertEquals("TENANT_NOT_FOUND", admin.put("/tenants/" + tenant + "/" + step, null).code());
    assertEquals("TENANT_NOT_FOUND", changed.code());
  }

  @ParameterizedTest
  @CsvSource({
    "suspended, NOBODY, ''",
    "suspended, MEMBER, TENANT_SUSPENDED",
    "suspended, OTHER_ADMIN, ''",
    "pending, NOBODY, TENANT_NOT_READY",
    "pending, MEMBER, TENANT_NOT_READY",
    "deleted, NOBODY, TENANT_NOT_FOUND",
    "deleted, OTHER_ADMIN, TENANT_NOT_FOUND",
    "deleted, SUPER_ADMIN, TENANT_NOT_FOUND"
  })
  void itsProfileIsPublicWhileItIsThere(String status, Bearer bearer, String code) {
    String tenant = TENANTS.get(status);

    Api.Answer answer = bearer.api(tenant, other).forTenant(tenant).get("/tenants/current");

    assertEquals(code, answer.code(), answer.text());
    assertEquals(null, statusIn(answer), "no status is public");
  }

  private static String statusIn(Api.Answer answer) {
    return answer.code().isEmpty() ? answer.json().getString("status") : null;
  }

  private static String tenantThatIs(String status) throws SQLException {
    String tenant = Fixtures.tenant("shared_database").getString("subdomain");
    try (Connection connection = ServiceResource.postgres().superuser("aegisx");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE registry.tenants SET status = '%s' WHERE subdomain = '%s'"
              .formatted(status, tenant));
    }
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (Fixtures.member(tenant).get("/users").status() == 200 && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    return tenant;
  }
}
