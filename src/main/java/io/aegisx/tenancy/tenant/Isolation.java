package io.aegisx.tenancy.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a tenant's data is kept apart from that of others. */
public enum Isolation {
  /** Shared tables, kept apart by row-level security. */
  @JsonProperty("shared_database")
  SHARED_DATABASE,
  /** A schema of its own in the shared database. */
  @JsonProperty("schema_per_tenant")
  SCHEMA_PER_TENANT,
  /** A database of its own. */
  @JsonProperty("database_per_tenant")
  DATABASE_PER_TENANT;

  /** The name in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
