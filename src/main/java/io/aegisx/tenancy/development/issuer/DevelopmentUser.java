package io.aegisx.tenancy.development.issuer;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.tenant.Tenant;
import java.util.Optional;

/**
 * Somebody who can sign in at the development issuer.
 *
 * @param tenant the one that the user's tokens name; none for the platform's administrator
 */
record DevelopmentUser(String login, String role, Optional<Tenant> tenant) {

  /** The platform's administrator. */
  static final DevelopmentUser ROOT =
      new DevelopmentUser("root", Roles.SUPER_ADMIN, Optional.empty());

  String email() {
    return login + "@" + tenant.map(own -> own.subdomain().value()).orElse("aegisx") + ".example";
  }
}
