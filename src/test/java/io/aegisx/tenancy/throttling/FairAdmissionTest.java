package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.throttling.FairAdmission.Verdict;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FairAdmissionTest {

  private static final int TENANTS = 6;

  @Example
  void nobodyExceedsItsOwnLimit() {
    FairAdmission<String> admission = new FairAdmission<>(100);

    assertEquals(List.of(2, 3), List.of(enter(admission, "a", 1, 2), enter(admission, "b", 1, 3)));
    assertEquals(Verdict.OVER_ITS_LIMIT, admission.enter("a", 1, 2));

    admission.leave("a");
    assertEquals(Verdict.ADMITTED, admission.enter("a", 1, 2));
  }

  @Example
  void whoCameFirstMakesRoomForThoseBelowTheirShare() {
    FairAdmission<String> admission = new FairAdmission<>(10);
    assertEquals(10, enter(admission, "noisy", 1, 1000));

    assertEquals(Verdict.OVER_ITS_SHARE, admission.enter("noisy", 1, 1000));
    assertEquals(5, enter(admission, "quiet", 1, 1000), "half of it");
    assertEquals(Verdict.OVER_ITS_SHARE, admission.enter("noisy", 1, 1000));
  }

  @Example
  void sharesAreByWeight() {
    FairAdmission<String> admission = new FairAdmission<>(12);
    enter(admission, "noisy", 1, 12);

    assertEquals(9, enter(admission, "heavy", 3, 1000), "three quarters");
  }

  @Example
  void aTenantThatHasNothingInServiceIsAlwaysLetIn() {
    FairAdmission<Integer> admission = new FairAdmission<>(2);
    for (int tenant = 0; tenant < 100; tenant++) {
      assertEquals(Verdict.ADMITTED, admission.enter(tenant, 1, 10));
      assertEquals(Verdict.OVER_ITS_SHARE, enterAndLast(admission, tenant));
    }
  }

  private static Verdict enterAndLast(FairAdmission<Integer> admission, int tenant) {
    Verdict last = Verdict.ADMITTED;
    for (int i = 0; i < 3 && last == Verdict.ADMITTED; i++) {
      last = admission.enter(tenant, 1, 10);
    }
    return last;
  }

  @Example
  void nobodyLeavesWhoHasNotEntered() {
    FairAdmission<String> admission = new FairAdmission<>(2);

    assertThrows(IllegalStateException.class, () -> admission.leave("nobody"));
    assertEquals(0, admission.total());
  }

  /**
   * Any mix of tenants that come and go: the sum is bounded, who is below its share is let in, and
   * in the end nothing is left.
   */
  @Property(tries = 500)
  void theSumIsBoundedAndNobodyBelowItsShareIsRefused(
      @ForAll @IntRange(min = 1, max = 12) int capacity,
      @ForAll @IntRange(min = 1, max = 20) int limit,
      @ForAll @Size(max = 150) List<@IntRange(max = 3 * TENANTS - 1) Integer> steps) {
    FairAdmission<Integer> admission = new FairAdmission<>(capacity);
    List<Integer> inService = new ArrayList<>();
    for (int step : steps) {
      int tenant = step % TENANTS;
      if (step >= 2 * TENANTS) {
        leave(admission, inService, tenant);
      } else {
        enter(admission, inService, tenant, capacity, limit);
      }
      assertEquals(inService.size(), admission.total());
      assertTrue(admission.total() <= 2 * capacity + TENANTS);
    }
    List.copyOf(inService).forEach(admission::leave);
    assertEquals(0, admission.total());
    assertEquals(Verdict.ADMITTED, admission.enter(0, 1, 1), "as if nothing had been");
  }

  private static void enter(
      FairAdmission<Integer> admission,
      List<Integer> inService,
      int tenant,
      int capacity,
      int limit) {
    long own = count(inService, tenant);
    long all = inService.stream().distinct().mapToInt(FairAdmissionTest::weight).sum();
    long weights = own == 0 ? all + weight(tenant) : all;
    long share =
        inService.size() >= 2 * capacity
            ? 1
            : Math.max(1, (long) capacity * weight(tenant) / weights);
    Verdict expected =
        own >= limit
            ? Verdict.OVER_ITS_LIMIT
            : inService.size() >= capacity && own >= share
                ? Verdict.OVER_ITS_SHARE
                : Verdict.ADMITTED;

    assertEquals(expected, admission.enter(tenant, weight(tenant), limit));

    if (expected == Verdict.ADMITTED) {
      inService.add(tenant);
    }
    assertEquals(count(inService, tenant), admission.of(tenant));
  }

  private static int weight(int tenant) {
    return 1 + tenant % 3;
  }

  private static long count(List<Integer> inService, int tenant) {
    return inService.stream().filter(one -> one == tenant).count();
  }

  private static void leave(FairAdmission<Integer> admission, List<Integer> inService, int tenant) {
    if (inService.remove((Integer) tenant)) {
      admission.leave(tenant);
    }
  }

  /** How many get in. */
  private static int enter(FairAdmission<String> admission, String key, int weight, int limit) {
    int entered = 0;
    while (admission.enter(key, weight, limit) == Verdict.ADMITTED) {
      entered++;
    }
    return entered;
  }
}
