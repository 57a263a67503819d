package io.aegisx.tenancy.access;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.TestIssuer;
import java.util.function.BiFunction;

/** Who may stand before a route. */
enum Bearer {
  NOBODY((own, other) -> ""),
  MEMBER((own, other) -> issuer().member(own)),
  ADMIN((own, other) -> issuer().admin(own)),
  OTHER_MEMBER((own, other) -> issuer().member(other)),
  OTHER_ADMIN((own, other) -> issuer().admin(other)),
  /** An administrator of no tenant in particular. */
  HOMELESS_ADMIN(
      (own, other) -> issuer().token(claims -> claims.setStringListClaim("roles", "tenant-admin"))),
  SUPER_ADMIN((own, other) -> issuer().superAdmin());

  private final BiFunction<String, String, String> token;

  Bearer(BiFunction<String, String, String> token) {
    this.token = token;
  }

  /** Sends requests with this bearer's token, or with none. */
  Api api(String own, String other) {
    return this == NOBODY ? Api.ofService() : Api.ofService().withToken(token.apply(own, other));
  }

  private static TestIssuer issuer() {
    return ServiceResource.issuer();
  }
}
