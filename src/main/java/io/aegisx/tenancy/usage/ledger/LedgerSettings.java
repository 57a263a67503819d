package io.aegisx.tenancy.usage.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** When what tenants use is put down, and for how long. */
@ConfigMapping(prefix = "tenancy.usage")
public interface LedgerSettings {

  /** How often, 100 ms or more; a crash loses what was used since. */
  @WithDefault("10s")
  @DurationMin(millis = 100)
  Duration flushEvery();

  /** How many days are kept, 1 or more. */
  @WithDefault("400")
  @Min(1)
  int keepDays();
}
