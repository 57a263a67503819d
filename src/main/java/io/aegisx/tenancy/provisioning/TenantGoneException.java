package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.tenant.Tenant;

/** Storage was to be made for a tenant that is deleted, or purged, by now. */
public final class TenantGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TenantGoneException(Tenant tenant) {
    super("Tenant " + tenant.id() + " is deleted");
  }
}
