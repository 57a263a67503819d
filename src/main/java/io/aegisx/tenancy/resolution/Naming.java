package io.aegisx.tenancy.resolution;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.registry.TenantKey;

/** What one source of a request says about the tenant. */
public sealed interface Naming {

  /** Nothing. */
  record Absent() implements Naming {}

  /** This tenant. */
  record Named(TenantKey key) implements Naming {}

  /** Something that cannot be taken for a tenant. */
  record Refused(ErrorCode code, String detail) implements Naming {}

  static Naming absent() {
    return new Absent();
  }

  static Naming named(String idOrSubdomain) {
    return new Named(new TenantKey.Name(idOrSubdomain));
  }

  static Naming invalid(String detail) {
    return new Refused(ErrorCode.TENANT_INVALID, detail);
  }

  static Naming conflict(String detail) {
    return new Refused(ErrorCode.TENANT_CONFLICT, detail);
  }
}
