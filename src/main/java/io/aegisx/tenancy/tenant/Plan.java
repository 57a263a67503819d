package io.aegisx.tenancy.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a tenant has bought. */
public enum Plan {
  @JsonProperty("basic")
  BASIC,
  @JsonProperty("pro")
  PRO,
  @JsonProperty("enterprise")
  ENTERPRISE;

  /** The name in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
