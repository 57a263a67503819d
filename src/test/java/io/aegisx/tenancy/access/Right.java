package io.aegisx.tenancy.access;

import java.util.EnumMap;
import java.util.Map;

/**
 * Who may use a route: the role columns of the contract, one answer for each bearer, in the order
 * nobody, member, administrator, other tenant's member, other tenant's administrator, no tenant's
 * administrator, super-admin.
 */
enum Right {
  ANYBODY("+", "+", "+", "+", "+", "+", "+"),
  ANY_TOKEN("401", "+", "+", "+", "+", "+", "+"),
  MEMBERS("401", "+", "+", "DENIED", "DENIED", "DENIED", "+"),
  TENANT_ADMIN("401", "-", "+", "DENIED", "DENIED", "DENIED", "+"),
  /** Of one tenant, or for the platform of all. */
  TENANT_ADMIN_OR_ALL("401", "-", "+", "DENIED", "DENIED", "DENIED", "+"),
  SUPER_ADMIN("401", "-", "-", "-", "-", "-", "+"),
  /** In the tenant plane, for the platform only. */
  PLATFORM_IN_TENANT_PLANE("401", "-", "-", "DENIED", "DENIED", "DENIED", "+"),
  SUPER_ADMIN_IN_A_TENANT("401", "-", "-", "DENIED", "DENIED", "DENIED", "+");

  private static final Map<String, String> REFUSALS =
      Map.of(
          "401", "401 UNAUTHENTICATED",
          "-", "403 FORBIDDEN",
          "DENIED", "403 TENANT_ACCESS_DENIED");

  private final Map<Bearer, String> answers = new EnumMap<>(Bearer.class);

  Right(String... columns) {
    for (Bearer bearer : Bearer.values()) {
      answers.put(bearer, columns[bearer.ordinal()]);
    }
  }

  /** The answer to a bearer, status and code; the given one for those who may. */
  String answerTo(Bearer bearer, String served) {
    return REFUSALS.getOrDefault(answers.get(bearer), served);
  }

  /** Whether the route serves a tenant's data, so that the tenant may be named in every way. */
  boolean isOfTenantPlane() {
    return this == MEMBERS
        || this == TENANT_ADMIN
        || this == TENANT_ADMIN_OR_ALL
        || this == PLATFORM_IN_TENANT_PLANE;
  }

  /** The answer to a super-admin who names no tenant. */
  String withoutATenant() {
    return this == TENANT_ADMIN_OR_ALL ? "200" : "400 TENANT_REQUIRED";
  }
}
