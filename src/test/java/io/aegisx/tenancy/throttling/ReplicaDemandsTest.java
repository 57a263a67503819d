package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.UuidV7;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReplicaDemandsTest {

  private static final TenantId TENANT = new TenantId(UuidV7.next());

  @Example
  void whoIsAloneHasAllOfIt() {
    assertEquals(1, new ReplicaDemands().shareOf(TENANT, 1_000_000, 10));
  }

  @Example
  void aReplicaThatIsSilentForFiveSecondsIsForgotten() {
    ReplicaDemands replicas = new ReplicaDemands();
    replicas.heard(new Announcement("other", List.of(new Demand(TENANT, 100))), 0);

    replicas.forgetSilent(4_900_000_000L);
    assertEquals(2, replicas.count());
    assertEquals(0.5, replicas.shareOf(TENANT, 100, 100));

    replicas.forgetSilent(5_100_000_000L);
    assertEquals(1, replicas.shareOf(TENANT, 100, 100));
  }

  @Example
  void whatOthersDoNotAskForIsLeft() {
    ReplicaDemands replicas = new ReplicaDemands();
    replicas.heard(new Announcement("other", List.of(new Demand(TENANT, 30))), 0);

    assertEquals(0.7, replicas.shareOf(TENANT, 1, 100), 0.001);
    assertEquals(1, replicas.shareOf(new TenantId(UuidV7.next()), 1, 100));
  }

  /**
   * Whatever is asked of how many replicas: together they let in what is asked for, or the rate,
   * within a tenth.
   */
  @Property(tries = 500)
  void togetherTheyLetInTheRateWithinATenth(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100_000) Integer> asked,
      @ForAll @IntRange(min = 1, max = 20_000) int rate) {
    double letIn = 0;
    long demand = 0;
    for (int self = 0; self < asked.size(); self++) {
      double share = demandsHeardBy(self, asked, rate).shareOf(TENANT, asked.get(self), rate);
      assertTrue(share > 0 && share <= 1);
      letIn += Math.min(asked.get(self), share * rate);
      demand += asked.get(self);
    }
    double ideal = Math.min(demand, rate);
    assertTrue(Math.abs(letIn - ideal) <= 0.1 * rate + 1, letIn + " of " + demand + " at " + rate);
  }

  private static ReplicaDemands demandsHeardBy(int self, List<Integer> asked, int rate) {
    ReplicaDemands replicas = new ReplicaDemands();
    for (int other = 0; other < asked.size(); other++) {
      if (other != self) {
        boolean told = asked.get(other) > ReplicaDemands.NOTEWORTHY / asked.size() * rate;
        List<Demand> demands = new ArrayList<>();
        if (told) {
          demands.add(new Demand(TENANT, asked.get(other)));
        }
        replicas.heard(new Announcement("replica" + other, demands), 0);
      }
    }
    return replicas;
  }
}
