package io.aegisx.tenancy.prover.trial;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one trial ended. */
public enum Outcome {
  /** The tenants were kept apart. */
  @JsonProperty("held")
  HELD,
  /** They were not. */
  @JsonProperty("broken")
  BROKEN,
  /** It could not be told: the service or its storage did not answer. */
  @JsonProperty("inconclusive")
  INCONCLUSIVE
}
