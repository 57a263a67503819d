package io.aegisx.tenancy.provisioning.fleet;

import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Parts of a fleet, each larger than the one before, so that a bad migration is met by few. */
public final class Waves {

  private static final double[] SHARES = {0.01, 0.1};

  private Waves() {}

  /**
   * The canaries first, then a hundredth of the others, a tenth, and the rest; none is empty.
   *
   * @param tenants in the order in which they are taken
   */
  public static List<List<Tenant>> of(List<Tenant> tenants) {
    List<Tenant> canaries =
        tenants.stream().filter(tenant -> Canaries.isCanary(tenant.id())).toList();
    List<Tenant> others =
        tenants.stream().filter(tenant -> !Canaries.isCanary(tenant.id())).toList();
    List<List<Tenant>> waves = new ArrayList<>();
    waves.add(canaries);
    int begin = 0;
    for (double share : SHARES) {
      int end = Math.min(others.size(), begin + (int) Math.ceil(others.size() * share));
      waves.add(others.subList(begin, end));
      begin = end;
    }
    waves.add(others.subList(begin, others.size()));
    return Stream.of(waves).flatMap(List::stream).filter(wave -> !wave.isEmpty()).toList();
  }
}
