package io.aegisx.tenancy.configuration.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a value comes from; a later one wins over those before it. */
public enum Origin {
  /** The program, or the request that asks. */
  @JsonProperty("default")
  DEFAULT,
  /** The operator, for all tenants. */
  @JsonProperty("platform")
  PLATFORM,
  /** The operator, for the tenants of a plan. */
  @JsonProperty("plan")
  PLAN,
  /** The tenant itself. */
  @JsonProperty("tenant")
  TENANT
}
