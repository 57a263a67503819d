package io.aegisx.tenancy.administration.overview;

import io.aegisx.tenancy.registry.overview.TenantGroup;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tenants there are; deleted ones are counted by status only. */
@RegisterForReflection
public record TenantCounts(
    @Schema(required = true) long total,
    @Schema(required = true) Map<String, Long> byStatus,
    @Schema(required = true) Map<String, Long> byPlan,
    @Schema(required = true) Map<String, Long> byIsolation) {

  static TenantCounts of(List<TenantGroup> all) {
    List<TenantGroup> kept =
        all.stream().filter(group -> group.status() != TenantStatus.DELETED).toList();
    return new TenantCounts(
        kept.stream().mapToLong(TenantGroup::tenants).sum(),
        counts(all, TenantGroup::status, TenantStatus.values(), TenantStatus::code),
        counts(kept, TenantGroup::plan, Plan.values(), Plan::code),
        counts(kept, TenantGroup::isolation, Isolation.values(), Isolation::code));
  }

  private static <E> Map<String, Long> counts(
      List<TenantGroup> groups,
      Function<TenantGroup, E> kind,
      E[] kinds,
      Function<E, String> name) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (E one : kinds) {
      counts.put(
          name.apply(one),
          groups.stream()
              .filter(group -> kind.apply(group) == one)
              .mapToLong(TenantGroup::tenants)
              .sum());
    }
    return counts;
  }
}
