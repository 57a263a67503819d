package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a token makes of its bearer: the first claim of roles that is there decides. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class RoleClaimTest {

  private static final String SUPER = "super-admin";
  private static final String ADMIN = "tenant-admin";
  private static final String MEMBER = "member";

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  static Stream<Arguments> claims() {
    return Stream.of(oneClaim(), precedence(), unknown()).flatMap(rows -> rows);
  }

  private static Stream<Arguments> oneClaim() {
    return Stream.of(SUPER, ADMIN, MEMBER)
        .flatMap(
            role ->
                Stream.of(
                    row(role, Map.of("roles", List.of(role))),
                    row(role, Map.of("roles", List.of("first", role, "last"))),
                    row(role, Map.of("roles", role)),
                    row(role, Map.of("groups", List.of(role))),
                    row(role, Map.of("groups", role)),
                    row(role, Map.of("realm_access", Map.of("roles", List.of(role)))),
                    row(role, Map.of("realm_access", Map.of("roles", role)))));
  }

  private static Stream<Arguments> precedence() {
    Map<String, Object> realm = Map.of("roles", List.of(SUPER));
    return Stream.of(
        row(MEMBER, Map.of("roles", List.of(), "groups", List.of(SUPER))),
        row(MEMBER, Map.of("roles", "", "groups", List.of(SUPER))),
        row(MEMBER, Map.of("roles", List.of("other"), "groups", List.of(SUPER))),
        row(MEMBER, Map.of("roles", Map.of(), "groups", List.of(SUPER))),
        row(ADMIN, Map.of("roles", List.of(ADMIN), "groups", List.of(SUPER))),
        row(ADMIN, Map.of("roles", List.of(ADMIN), "realm_access", realm)),
        row(MEMBER, Map.of("roles", List.of(), "realm_access", realm)),
        row(ADMIN, Map.of("groups", List.of(ADMIN), "realm_access", realm)),
        row(MEMBER, Map.of("groups", List.of(), "realm_access", realm)),
        row(MEMBER, Map.of("groups", "other", "realm_access", realm)),
        row(SUPER, Map.of("roles", List.of(ADMIN, SUPER))));
  }

  private static Stream<Arguments> unknown() {
    return Stream.of(
        row(MEMBER, Map.of()),
        row(MEMBER, Map.of("roles", List.of("admin", "superuser", "root"))),
        row(MEMBER, Map.of("roles", List.of("Super-Admin", "SUPER-ADMIN", "TENANT-ADMIN"))),
        row(MEMBER, Map.of("roles", List.of(" super-admin", "super-admin ", "super_admin"))),
        row(MEMBER, Map.of("roles", "member super-admin")),
        row(MEMBER, Map.of("roles", "super-admin,tenant-admin")),
        row(MEMBER, Map.of("roles", Map.of(SUPER, true))),
        row(MEMBER, Map.of("roles", List.of(List.of(SUPER)))),
        row(MEMBER, Map.of("roles", List.of(Map.of("name", SUPER)))),
        row(MEMBER, Map.of("roles", Arrays.asList(1, true, 2.5))),
        row(MEMBER, Map.of("roles", true)),
        row(MEMBER, Map.of("realm_access", List.of(SUPER))),
        row(MEMBER, Map.of("realm_access", SUPER)),
        row(MEMBER, Map.of("realm_access/roles", List.of(SUPER))),
        row(MEMBER, Map.of("resource_access", Map.of("roles", List.of(SUPER)))),
        row(MEMBER, Map.of("role", SUPER)),
        row(MEMBER, Map.of("scope", SUPER)),
        row(MEMBER, Map.of("permissions", List.of(SUPER))));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void theRoleIsTheOneInTheFirstClaim(String role, Map<String, Object> claims) {
    Api caller = Api.ofService().withToken(token(claims));

    assertEquals(role.equals(SUPER) ? "" : "FORBIDDEN", caller.get("/tenants").code());
    assertEquals(role.equals(MEMBER) ? "FORBIDDEN" : "NOT_FOUND", write(caller).code());
    assertEquals(200, caller.forTenant(tenant).get("/users").status());
  }

  private static Api.Answer write(Api caller) {
    return caller
        .forTenant(tenant)
        .put("/users/" + UUID.randomUUID(), new JsonObject().put("name", "Ann"));
  }

  private static String token(Map<String, Object> more) {
    return ServiceResource.issuer()
        .token(
            claims -> {
              claims.setStringClaim("tenant_id", tenant);
              more.forEach(claims::setClaim);
            });
  }

  private static Arguments row(String role, Map<String, Object> claims) {
    return Arguments.of(role, claims);
  }
}
