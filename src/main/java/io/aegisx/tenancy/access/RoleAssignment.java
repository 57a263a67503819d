package io.aegisx.tenancy.access;

import io.aegisx.tenancy.access.token.PlatformProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives a verified caller exactly the roles of this service that its token states. */
@ApplicationScoped
public class RoleAssignment implements SecurityIdentityAugmentor {

  /** Where Quarkus notes which provider verified a token. */
  static final String PROVIDER_ATTRIBUTE = "tenant-id";

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            identity.getPrincipal() instanceof JsonWebToken token
                ? assign(identity, token)
                : identity);
  }

  private static SecurityIdentity assign(SecurityIdentity identity, JsonWebToken token) {
    // Made anew: what else the framework took for a role must not count.
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(token)
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addRoles(rolesOf(identity, token))
        .build();
  }

  private static Set<String> rolesOf(SecurityIdentity identity, JsonWebToken token) {
    Set<String> stated = Claims.roles(token);
    Set<String> roles = new HashSet<>(Set.of(Roles.MEMBER));
    if (stated.contains(Roles.TENANT_ADMIN)) {
      roles.add(Roles.TENANT_ADMIN);
    }
    if (stated.contains(Roles.SUPER_ADMIN)
        && PlatformProvider.ID.equals(identity.getAttribute(PROVIDER_ATTRIBUTE))) {
      roles.add(Roles.SUPER_ADMIN);
    }
    return roles;
  }
}
