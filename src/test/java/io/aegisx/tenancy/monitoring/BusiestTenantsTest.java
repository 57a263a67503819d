package io.aegisx.tenancy.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class BusiestTenantsTest {

  @Test
  void theFirstTenantsGetLabelsAndTheRestShareOne() {
    BusiestTenants busiest = new BusiestTenants(2);

    assertEquals("a", busiest.labelOf("a"));
    assertEquals("b", busiest.labelOf("b"));
    assertEquals("other", busiest.labelOf("c"));
  }

  @Test
  void aBusierTenantTakesTheLabelOfTheLeastBusy() {
    BusiestTenants busiest = new BusiestTenants(2);
    count(busiest, "a", 10);
    count(busiest, "b", 1);
    count(busiest, "c", 5);

    assertEquals(Set.of("b"), busiest.review());
    assertEquals("c", busiest.labelOf("c"));
    assertEquals("other", busiest.labelOf("b"));
  }

  @Test
  void nobodyLosesALabelWhileThereIsRoom() {
    BusiestTenants busiest = new BusiestTenants(3);
    count(busiest, "a", 1);
    count(busiest, "b", 1);

    assertEquals(Set.of(), busiest.review());
    assertEquals(Set.of(), busiest.review());
    assertEquals("a", busiest.labelOf("a"));
  }

  private static void count(BusiestTenants busiest, String tenant, int times) {
    for (int i = 0; i < times; i++) {
      busiest.labelOf(tenant);
    }
  }
}
