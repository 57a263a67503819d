package io.aegisx.tenancy.administration.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it stands with provisioning, or with one of its steps. */
public enum Progress {
  /** Not begun, or to be gone on with by whichever replica comes first. */
  @JsonProperty("pending")
  PENDING,
  /** A replica works on it. */
  @JsonProperty("running")
  RUNNING,
  /** It failed, and is tried again. */
  @JsonProperty("failed")
  FAILED,
  /** Nothing is left to do. */
  @JsonProperty("done")
  DONE
}
