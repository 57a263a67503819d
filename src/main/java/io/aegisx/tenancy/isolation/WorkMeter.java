package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.tenant.TenantId;

/** Learns how much work the databases do for each tenant. Called on event loops: must not wait. */
public interface WorkMeter {

  /** Where the work of one tenant is counted; asked for once for each connection. */
  Work of(TenantId tenant);

  /** The work of one tenant. */
  interface Work {

    /** Counts nothing. */
    Work UNCOUNTED = (nanos, rows) -> {};

    /**
     * A statement has ended, well or not.
     *
     * @param nanos from sending it to its answer
     * @param rows answered or changed
     */
    void done(long nanos, long rows);
  }
}
