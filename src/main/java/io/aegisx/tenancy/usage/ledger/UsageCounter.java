package io.aegisx.tenancy.usage.ledger;

import io.aegisx.tenancy.isolation.WorkMeter;
import io.aegisx.tenancy.registry.usage.Usage;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one tenant uses; many threads at once may. */
final class UsageCounter implements WorkMeter.Work {

  private static final int TOO_MANY_REQUESTS = 429;

  private final LongAdder requests = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder rows = new LongAdder();
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();
  private volatile boolean wrote;
  private int idleDrains;

  @Override
  public void done(long nanosPassed, long rowsSeen) {
    nanos.add(nanosPassed);
    rows.add(rowsSeen);
  }

  /** A request was answered. */
  void answered(int status, long in, long out) {
    requests.increment();
    if (status >= 500) {
      errors.increment();
    } else if (status == TOO_MANY_REQUESTS) {
      refused.increment();
    }
    bytesIn.add(in);
    bytesOut.add(out);
  }

  /** The tenant's data has changed. */
  void wrote() {
    wrote = true;
  }

  /** Whether it has since this was last asked. */
  boolean takeWrote() {
    boolean before = wrote;
    wrote = false;
    return before;
  }

  /** Takes what was counted; nothing is lost that others count meanwhile. */
  Usage drain() {
    Usage drained =
        new Usage(
            requests.sumThenReset(),
            errors.sumThenReset(),
            refused.sumThenReset(),
            nanos.sumThenReset(),
            rows.sumThenReset(),
            bytesIn.sumThenReset(),
            bytesOut.sumThenReset());
    idleDrains = drained.equals(Usage.NONE) ? idleDrains + 1 : 0;
    return drained;
  }

  /** How often in a row there was nothing to take. */
  int idleDrains() {
    return idleDrains;
  }
}
