package io.aegisx.tenancy.access;

import io.aegisx.tenancy.resolution.ResolutionSettings;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends the request at hand, as its verified token says. */
@ApplicationScoped
public class Caller {

  private final SecurityIdentity identity;
  private final CurrentIdentityAssociation association;
  private final String tenantClaim;

  Caller(
      SecurityIdentity identity,
      CurrentIdentityAssociation association,
      ResolutionSettings settings) {
    this.identity = identity;
    this.association = association;
    this.tenantClaim = settings.tenantClaim();
  }

  /** The {@code sub} of the token; an empty text for a token without one. */
  public String subject() {
    return token().map(JsonWebToken::getSubject).orElse("");
  }

  /** The {@code email} of the token. */
  public Optional<String> email() {
    return token().flatMap(token -> Claims.text(token, "email"));
  }

  /** Whether the caller is the one with this {@code sub}; nobody is the one without. */
  public boolean isSubject(String subject) {
    return !subject.isEmpty() && subject.equals(subject());
  }

  /** The tenant that the token names, by id or subdomain; any text. */
  public Optional<String> tenantName() {
    return token().flatMap(token -> Claims.text(token, tenantClaim));
  }

  public boolean isSuperAdmin() {
    return identity.hasRole(Roles.SUPER_ADMIN);
  }

  /** Whether the token gives the caller this role. */
  public boolean has(String role) {
    return identity.hasRole(role);
  }

  /** Whether the caller may change a tenant's data: its administrator, or the platform's. */
  public boolean isAdmin() {
    return identity.hasRole(Roles.TENANT_ADMIN) || isSuperAdmin();
  }

  /** Whether the caller may enter the tenant. */
  public boolean mayEnter(Tenant tenant) {
    return !identity.isAnonymous()
        && (isSuperAdmin() || tenantName().filter(tenant::isNamed).isPresent());
  }

  /** The same on a public route, where nobody has asked for the identity before. */
  public Uni<Boolean> mayEnterNow(Tenant tenant) {
    return association
        .getDeferredIdentity()
        .map(
            found ->
                found.hasRole(Roles.SUPER_ADMIN)
                    || token(found)
                        .flatMap(token -> Claims.text(token, tenantClaim))
                        .filter(tenant::isNamed)
                        .isPresent());
  }

  private Optional<JsonWebToken> token() {
    return token(identity);
  }

  private static Optional<JsonWebToken> token(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.of(token)
        : Optional.empty();
  }
}
