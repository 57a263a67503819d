package io.aegisx.tenancy.isolation;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Knows what to do about a failure before the work on tenant data is begun anew, once. */
public interface Remedy {

  /** What helps against the failure; nothing if there is no use in trying again. */
  Optional<Uni<Void>> against(Throwable failure);
}
