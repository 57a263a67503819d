package io.aegisx.tenancy.access;

import io.aegisx.tenancy.testing.Api;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A route as the OpenAPI document calls it, who may use it, and what those who may are answered
 * here. The requests change nothing: they name what is not there, or a version that never was.
 */
record Route(Right right, String method, String path, String served) {

  private static final String LOST = "412 PRECONDITION_FAILED";
  private static final String MISSING = "404 NOT_FOUND";
  private static final String INVALID = "400 VALIDATION_FAILED";

  /** Every route there is. */
  static final List<Route> ALL =
      Stream.of(
              controlPlane(),
              collection("/users"),
              collection("/products"),
              orders(),
              configuration(),
              usage())
          .flatMap(routes -> routes)
          .toList();

  private static Stream<Route> controlPlane() {
    return Stream.of(
        new Route(Right.SUPER_ADMIN, "GET", "/isolation", "200"),
        new Route(Right.SUPER_ADMIN, "POST", "/isolation", "200"),
        new Route(Right.TENANT_ADMIN_OR_ALL, "GET", "/audit", "200"),
        new Route(Right.TENANT_ADMIN_OR_ALL, "GET", "/audit/export.ndjson", "200"),
        new Route(Right.TENANT_ADMIN_OR_ALL, "GET", "/audit/export.csv", "200"),
        new Route(Right.SUPER_ADMIN, "GET", "/purges", "200"),
        new Route(Right.SUPER_ADMIN, "GET", "/overview", "200"),
        new Route(Right.SUPER_ADMIN, "GET", "/migrations", "200"),
        new Route(Right.SUPER_ADMIN, "POST", "/migrations", "202"),
        new Route(Right.SUPER_ADMIN, "GET", "/migrations/behind", "200"),
        new Route(Right.SUPER_ADMIN, "GET", "/drift", "200"),
        new Route(Right.SUPER_ADMIN, "GET", "/drift/shared", "200"),
        new Route(Right.SUPER_ADMIN, "GET", "/tenants", "200"),
        new Route(Right.SUPER_ADMIN, "POST", "/tenants", INVALID),
        new Route(Right.ANYBODY, "GET", "/tenants/current", "200"),
        new Route(Right.ANY_TOKEN, "GET", "/tenants/mine", "200"),
        new Route(Right.TENANT_ADMIN, "GET", "/tenants/{tenant}", "200"),
        new Route(Right.TENANT_ADMIN, "GET", "/tenants/{tenant}/provisioning", "200"),
        new Route(Right.SUPER_ADMIN_IN_A_TENANT, "GET", "/tenants/{tenant}/storage", "200"),
        new Route(Right.SUPER_ADMIN_IN_A_TENANT, "GET", "/tenants/{tenant}/drift", "200"),
        new Route(
            Right.SUPER_ADMIN_IN_A_TENANT,
            "POST",
            "/tenants/{tenant}/provisioning/retry",
            "409 CONFLICT"),
        new Route(Right.TENANT_ADMIN, "PUT", "/tenants/{tenant}", LOST),
        new Route(Right.TENANT_ADMIN, "PATCH", "/tenants/{tenant}", LOST),
        new Route(Right.SUPER_ADMIN_IN_A_TENANT, "DELETE", "/tenants/{tenant}", LOST),
        new Route(Right.SUPER_ADMIN_IN_A_TENANT, "PUT", "/tenants/{tenant}/suspend", LOST),
        new Route(Right.SUPER_ADMIN_IN_A_TENANT, "PUT", "/tenants/{tenant}/activate", LOST),
        new Route(Right.SUPER_ADMIN_IN_A_TENANT, "PUT", "/tenants/{tenant}/restore", LOST));
  }

  private static Stream<Route> collection(String path) {
    return Stream.of(
        new Route(Right.MEMBERS, "GET", path, "200"),
        new Route(Right.MEMBERS, "GET", path + "/{id}", MISSING),
        new Route(Right.TENANT_ADMIN, "POST", path, INVALID),
        new Route(Right.TENANT_ADMIN, "PUT", path + "/{id}", MISSING),
        new Route(Right.TENANT_ADMIN, "PATCH", path + "/{id}", MISSING),
        new Route(Right.TENANT_ADMIN, "DELETE", path + "/{id}", MISSING));
  }

  private static Stream<Route> configuration() {
    return Stream.of(
        new Route(Right.MEMBERS, "GET", "/features", "200"),
        new Route(Right.TENANT_ADMIN, "GET", "/identity-provider", "200"),
        new Route(Right.TENANT_ADMIN, "GET", "/keys", "200"),
        new Route(Right.PLATFORM_IN_TENANT_PLANE, "POST", "/keys/rotate", LOST),
        new Route(Right.PLATFORM_IN_TENANT_PLANE, "DELETE", "/keys", LOST),
        new Route(Right.MEMBERS, "GET", "/config", "200"),
        new Route(Right.MEMBERS, "GET", "/config/{key}", MISSING),
        new Route(Right.TENANT_ADMIN, "GET", "/config/{key}/history", "200"),
        new Route(Right.TENANT_ADMIN, "PUT", "/config/{key}", INVALID),
        new Route(Right.TENANT_ADMIN, "DELETE", "/config/{key}", MISSING));
  }

  private static Stream<Route> orders() {
    return Stream.of(
        new Route(Right.MEMBERS, "GET", "/orders", "200"),
        new Route(Right.MEMBERS, "GET", "/orders/{id}", MISSING),
        new Route(Right.MEMBERS, "POST", "/orders", INVALID),
        new Route(Right.MEMBERS, "PUT", "/orders/{id}/cancel", MISSING),
        new Route(Right.TENANT_ADMIN, "PUT", "/orders/{id}/fulfil", MISSING));
  }

  private static Stream<Route> usage() {
    return Stream.of(
        new Route(Right.MEMBERS, "GET", "/usage", "200"),
        new Route(Right.MEMBERS, "GET", "/usage/history", "200"));
  }

  /** Whether the tenant is named apart from the route. */
  boolean isOfTenantPlane() {
    return right.isOfTenantPlane() && !path.startsWith("/tenants");
  }

  /** Sends the request; the path below the prefix. */
  Api.Answer send(Api api, String tenant, String prefix) {
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    String missing = UUID.randomUUID().toString();
    String to =
        prefix
            + path.replace("{tenant}", tenant).replace("{id}", missing).replace("{key}", missing);
    boolean body = !method.equals("GET") && !method.equals("DELETE");
    return api.with("If-Match", "\"0\"")
        .with("Content-Type", type)
        .send(method, to, body ? new JsonObject() : null);
  }

  /** The name in the OpenAPI document. */
  String operation() {
    return method + " " + path;
  }

  @Override
  public String toString() {
    return operation() + " for " + right;
  }
}
