package io.aegisx.tenancy.throttling;

import io.aegisx.tenancy.tenant.TenantId;

/**
 * What one replica is asked for by one tenant. The busiest is the least.
 *
 * @param perSecond requests a second, refused ones included
 */
record Demand(TenantId tenant, long perSecond) implements Comparable<Demand> {

  @Override
  public int compareTo(Demand other) {
    int byDemand = Long.compare(other.perSecond, perSecond);
    return byDemand == 0 ? tenant.value().compareTo(other.tenant.value()) : byDemand;
  }
}
