package io.aegisx.tenancy.prover.trial;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** One way to try to get from tenant to tenant. */
public interface Probe {

  /** Tries it among the canaries. Does not fail: what goes wrong is part of the trials. */
  Uni<List<Trial>> run(List<Canary> canaries);
}
