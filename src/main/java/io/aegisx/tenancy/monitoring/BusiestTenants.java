package io.aegisx.tenancy.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which tenants have a metric label of their own: the busiest, by a count of requests that
 * halves with each review. All others share one label.
 *
 * <p>Not safe for use by several threads at once.
 */
final class BusiestTenants {

  /** The label of all tenants that have none of their own. */
  static final String OTHER = "other";

  private static final int MOST_COUNTED = 10_000;

  private final int size;
  private final Set<String> labelled = new HashSet<>();
  private Map<String, Long> counts = new HashMap<>();

  BusiestTenants(int size) {
    this.size = size;
  }

  /** Counts a request, and tells the label for it. */
  String labelOf(String tenant) {
    if (counts.size() < MOST_COUNTED || counts.containsKey(tenant)) {
      counts.merge(tenant, 1L, Long::sum);
    }
    if (labelled.size() < size) {
      labelled.add(tenant);
    }
    return labelled.contains(tenant) ? tenant : OTHER;
  }

  /** Tells the label of a tenant without counting a request. */
  String currentLabelOf(String tenant) {
    return labelled.contains(tenant) ? tenant : OTHER;
  }

  /** Gives the labels to the busiest since the last reviews; answers who lost theirs. */
  Set<String> review() {
    List<String> busiestFirst = new ArrayList<>(counts.keySet());
    busiestFirst.sort(
        Comparator.comparing((String tenant) -> counts.getOrDefault(tenant, 0L))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    Set<String> busiest =
        new HashSet<>(busiestFirst.subList(0, Math.min(size, busiestFirst.size())));
    Set<String> lost = new HashSet<>(labelled);
    lost.removeAll(busiest);
    if (busiest.size() < size) {
      // There is room: nobody has to go.
      lost.clear();
    }
    labelled.removeAll(lost);
    busiest.stream().filter(tenant -> labelled.size() < size).forEach(labelled::add);
    halve();
    return lost;
  }

  private void halve() {
    Map<String, Long> halved = new HashMap<>();
    counts.forEach(
        (tenant, count) -> {
          if (count > 1) {
            halved.put(tenant, count / 2);
          }
        });
    counts = halved;
  }
}
