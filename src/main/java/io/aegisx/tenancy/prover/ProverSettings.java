package io.aegisx.tenancy.prover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How often it is proved that tenants are kept apart. */
@ConfigMapping(prefix = "tenancy.prover")
public interface ProverSettings {

  /** Whether to keep canary tenants and prove at all. */
  @WithDefault("true")
  boolean enabled();

  /** Time between two proofs, 1 second or more. The first is made this long after the start. */
  @WithDefault("60s")
  Duration interval();

  /** How long one request or statement of a proof may take. */
  @WithDefault("10s")
  Duration timeout();

  /**
   * Into how many databases of tenants one proof looks, 0 or more; the next proof goes on with the
   * next ones.
   */
  @WithDefault("20")
  @Min(0)
  int databasesPerProof();

  /** The service's own address; by default the port it listens on, on the loopback interface. */
  Optional<URI> address();
}
