package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the names of tenants must keep to, beyond the form of each field. */
@ApplicationScoped
class TenantRules {

  private final String baseDomain;

  TenantRules(AdministrationSettings settings) {
    this.baseDomain = settings.baseDomain();
  }

  Subdomain subdomain(String text) {
    Optional<String> problem =
        text.startsWith(Canaries.PREFIX) ? Optional.of("is reserved") : Subdomain.problemWith(text);
    if (problem.isPresent()) {
      throw ProblemException.invalid("subdomain", problem.get());
    }
    return new Subdomain(text);
  }

  /** A custom domain inside the base domain could take another tenant's host. */
  void requireForeignDomain(TenantSettings settings) {
    String domain = settings.customDomain();
    if (domain != null && (domain.equals(baseDomain) || domain.endsWith("." + baseDomain))) {
      throw ProblemException.invalid(
          "settings.customDomain", "must not lie in " + baseDomain + ", where subdomains are");
    }
  }
}
