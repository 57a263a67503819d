package io.aegisx.tenancy.development.issuer;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who can sign in at the development issuer: {@code root}, and of every tenant in the registry, new
 * ones included, {@code <tenant>-admin} and {@code <tenant>-user}. The password is the name.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class DevelopmentUsers {

  private static final String ADMIN = "-admin";
  private static final String USER = "-user";

  private final TenantRepository registry;

  DevelopmentUsers(TenantRepository registry) {
    this.registry = registry;
  }

  Uni<Optional<DevelopmentUser>> signIn(String login, String password) {
    if (!password.equals(login)) {
      return nobody();
    }
    if (login.equals(DevelopmentUser.ROOT.login())) {
      return Uni.createFrom().item(Optional.of(DevelopmentUser.ROOT));
    }
    if (login.endsWith(ADMIN)) {
      return ofTenant(login, ADMIN, Roles.TENANT_ADMIN);
    }
    return login.endsWith(USER) ? ofTenant(login, USER, Roles.MEMBER) : nobody();
  }

  private Uni<Optional<DevelopmentUser>> ofTenant(String login, String suffix, String role) {
    String subdomain = login.substring(0, login.length() - suffix.length());
    return registry
        .find(new TenantKey.Name(subdomain))
        .map(found -> found.map(tenant -> new DevelopmentUser(login, role, Optional.of(tenant))));
  }

  private static Uni<Optional<DevelopmentUser>> nobody() {
    return Uni.createFrom().item(Optional.empty());
  }
}
