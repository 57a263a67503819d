package io.aegisx.tenancy.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The life of a tenant. The legal transitions are the methods. */
public enum TenantStatus {
  /** Known, but its storage is not ready. */
  @JsonProperty("pending")
  PENDING,
  /** Served. */
  @JsonProperty("active")
  ACTIVE,
  /** Refused until activated again; its data is kept. */
  @JsonProperty("suspended")
  SUSPENDED,
  /** Refused and hidden; its data is kept for the retention time. */
  @JsonProperty("deleted")
  DELETED;

  /** Whether a tenant in this state may be suspended. */
  public boolean canSuspend() {
    return this == ACTIVE || this == SUSPENDED;
  }

  /** Whether a tenant in this state may become active; a pending one is provisioned first. */
  public boolean canActivate() {
    return this != DELETED;
  }

  /** Whether a deletion of a tenant in this state can be undone. */
  public boolean canRestore() {
    return this == DELETED;
  }

  /** The name in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
