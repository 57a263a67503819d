package io.aegisx.tenancy.throttling;

import io.aegisx.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a replica tells the others every second: that it lives, and what its busiest tenants ask.
 *
 * @param replica the id that it has given itself
 */
record Announcement(String replica, List<Demand> demands) {

  /** So many fit into one notification of PostgreSQL, which takes less than 8,000 bytes. */
  static final int MOST = 150;

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  /** The id, then {@code tenant=count} for each, all divided by spaces. */
  String text() {
    StringBuilder text = new StringBuilder(replica);
    demands.stream()
        .limit(MOST)
        .forEach(
            demand ->
                text.append(' ').append(demand.tenant()).append('=').append(demand.perSecond()));
    return text.toString();
  }

  /** Reads one; nothing if it is of a kind that this version does not know. */
  static Optional<Announcement> parse(String text) {
    String[] parts = text.split(" ", -1);
    List<Demand> demands = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      Optional<Demand> demand = demand(parts[i]);
      if (demand.isEmpty()) {
        return Optional.empty();
      }
      demands.add(demand.get());
    }
    return Optional.of(new Announcement(parts[0], demands));
  }

  private static Optional<Demand> demand(String part) {
    int divide = part.indexOf('=');
    String count = part.substring(divide + 1);
    return divide < 0 || !COUNT.matcher(count).matches()
        ? Optional.empty()
        : TenantId.parse(part.substring(0, divide))
            .map(tenant -> new Demand(tenant, Long.parseLong(count)));
  }
}
