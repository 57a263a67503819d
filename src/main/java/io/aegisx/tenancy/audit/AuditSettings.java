package io.aegisx.tenancy.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What is recorded beyond the control plane, and for how long. */
@ConfigMapping(prefix = "tenancy.audit")
public interface AuditSettings {

  /**
   * Whether writes to tenant data (users, products, orders) are recorded, too. Costs two statements
   * in the transaction of each write, and has the writes of one tenant commit one after the other.
   */
  @WithDefault("false")
  boolean tenantWrites();

  /** How long entries are kept, at least; whole months go at once. At least one day. */
  @WithDefault("400d")
  @DurationMin(days = 1)
  Duration retention();

  /** How often old entries are looked for, at least one second. */
  @WithDefault("6h")
  @DurationMin(seconds = 1)
  Duration retentionCheckEvery();
}
