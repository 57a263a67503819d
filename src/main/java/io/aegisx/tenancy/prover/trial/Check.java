package io.aegisx.tenancy.prover.trial;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a proof looks at. */
public enum Check {
  /** Lists and counts, by every way to name a tenant. */
  @JsonProperty("own_data")
  OWN_DATA("A tenant sees its own rows, all of them, and nobody else's"),
  @JsonProperty("foreign_tenant")
  FOREIGN_TENANT("A token of one tenant is refused at another"),
  @JsonProperty("disagreement")
  DISAGREEMENT("A request that names two tenants is refused"),
  @JsonProperty("no_token")
  NO_TOKEN("Without a token nothing is shown"),
  @JsonProperty("guessed_id")
  GUESSED_ID("The id of another tenant's row leads nowhere, to read, change or delete"),
  @JsonProperty("public_profile")
  PUBLIC_PROFILE("Each host answers with its own tenant, however often they alternate"),
  /** Below HTTP, through the door to tenant data. */
  @JsonProperty("statements")
  STATEMENTS("A statement reads, counts, changes and writes rows of its own tenant only"),
  @JsonProperty("unbound")
  UNBOUND("Without a tenant there is no connection"),
  @JsonProperty("pooled_connections")
  POOLED_CONNECTIONS("A connection in the pool remembers no tenant"),
  @JsonProperty("catalog")
  CATALOG("Roles, grants, owners, policies, functions and tables keep tenants apart");

  private final String claim;

  Check(String claim) {
    this.claim = claim;
  }

  /** What holds if nothing is found. */
  public String claim() {
    return claim;
  }
}
