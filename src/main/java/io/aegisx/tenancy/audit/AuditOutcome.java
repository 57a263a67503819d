package io.aegisx.tenancy.audit;

import java.util.Locale;

/** How what was tried ended. */
public enum AuditOutcome {
  SUCCESS,
  /** The caller had no right to it. */
  DENIED,
  FAILURE;

  /** The name in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
