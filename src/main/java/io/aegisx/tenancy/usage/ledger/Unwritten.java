package io.aegisx.tenancy.usage.ledger;

import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.registry.usage.UsageEntry;
import io.aegisx.tenancy.tenant.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was counted and is not in the registry yet. */
final class Unwritten {

  private Map<UsageEntry, Usage> used = new HashMap<>();
  private Set<TenantId> wrote = new HashSet<>();

  synchronized void add(UsageEntry entry, Usage usage) {
    used.merge(entry, usage, Usage::plus);
  }

  synchronized void wrote(Set<TenantId> tenants) {
    wrote.addAll(tenants);
  }

  /** Takes everything. */
  synchronized Batch take() {
    Batch taken = new Batch(used, wrote);
    used = new HashMap<>();
    wrote = new HashSet<>();
    return taken;
  }

  /** Takes back what could not be written. */
  synchronized void giveBack(Batch batch) {
    batch.used.forEach(this::add);
    wrote(batch.wrote);
  }

  /**
   * What is written at once.
   *
   * @param wrote whose data has changed
   */
  record Batch(Map<UsageEntry, Usage> used, Set<TenantId> wrote) {

    boolean isEmpty() {
      return used.isEmpty() && wrote.isEmpty();
    }
  }
}
