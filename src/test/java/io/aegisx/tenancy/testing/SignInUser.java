package io.aegisx.tenancy.testing;

import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/**
 * Somebody who can sign in at the {@link TestIssuer}: {@code root}, and of each tenant {@code
 * <tenant>-admin} and {@code <tenant>-user}. The password is the name, as in development.
 */
record SignInUser(String name, String role, Optional<String> tenant) {

  private static final String ADMIN = "-admin";
  private static final String USER = "-user";

  static Optional<SignInUser> of(String name, String password) {
    if (!password.equals(name)) {
      return Optional.empty();
    }
    if (name.equals("root")) {
      return Optional.of(new SignInUser(name, "super-admin", Optional.empty()));
    }
    if (name.endsWith(ADMIN)) {
      return Optional.of(new SignInUser(name, "tenant-admin", before(name, ADMIN)));
    }
    return name.endsWith(USER)
        ? Optional.of(new SignInUser(name, "member", before(name, USER)))
        : Optional.empty();
  }

  private static Optional<String> before(String name, String suffix) {
    return Optional.of(name.substring(0, name.length() - suffix.length()));
  }

  /** Says who it is. */
  void describe(JwtClaims claims) {
    claims.setSubject(name);
    claims.setStringClaim("name", name);
    claims.setStringClaim("preferred_username", name);
    claims.setStringClaim("email", name + "@" + tenant.orElse("aegisx") + ".example");
  }

  /** Says what it may do as well. */
  void authorize(JwtClaims claims) {
    describe(claims);
    claims.setStringListClaim("roles", role);
    tenant.ifPresent(own -> claims.setStringClaim("tenant_id", own));
  }
}
