package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.TenantId;
import java.util.Optional;

/** By what a tenant is looked up. The text form is also what notifications name. */
public sealed interface TenantKey {

  /** By id or subdomain, which cannot be confused: a subdomain never looks like an id. */
  record Name(String idOrSubdomain) implements TenantKey {
    @Override
    public String text() {
      return "n:" + idOrSubdomain;
    }
  }

  /** By the host name that a tenant has as its own. */
  record Domain(String host) implements TenantKey {
    @Override
    public String text() {
      return "d:" + host;
    }
  }

  /** By id or subdomain, if the text has the form of one. */
  static Optional<TenantKey> parse(String text) {
    return TenantId.parse(text).isPresent() || Subdomain.isLabel(text)
        ? Optional.of(new Name(text))
        : Optional.empty();
  }

  /** By id. */
  static TenantKey of(TenantId id) {
    return new Name(id.toString());
  }

  /** The form in notifications and in the cache. */
  String text();
}
