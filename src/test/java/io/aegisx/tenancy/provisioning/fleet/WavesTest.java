package io.aegisx.tenancy.provisioning.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.testing.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WavesTest {

  @Property(tries = 50)
  void everyTenantIsInOneWaveAndWavesGrow(@ForAll @IntRange(max = 500) int size) {
    List<Tenant> tenants = tenants(size);

    List<List<Tenant>> waves = Waves.of(tenants);

    assertEquals(tenants, waves.stream().flatMap(List::stream).toList());
    assertFalse(waves.contains(List.of()));
    for (int i = 1; i < waves.size() - 1; i++) {
      assertTrue(waves.get(i).size() >= waves.get(i - 1).size(), waves.toString());
    }
  }

  @Property(tries = 10)
  void canariesAreFirst(@ForAll @IntRange(max = 20) int size) {
    List<Tenant> tenants = new ArrayList<>(tenants(size));
    tenants.addAll(Canaries.all());

    assertEquals(Canaries.all().size(), Waves.of(tenants).get(0).size());
    assertTrue(
        Waves.of(tenants).get(0).stream().allMatch(tenant -> Canaries.isCanary(tenant.id())));
  }

  private static List<Tenant> tenants(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> Tenants.tenant("t" + i, Isolation.SCHEMA_PER_TENANT))
        .toList();
  }
}
