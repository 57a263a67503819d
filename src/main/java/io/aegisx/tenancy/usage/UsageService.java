package io.aegisx.tenancy.usage;

import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.quota.RateLimits;
import io.aegisx.tenancy.registry.usage.StorageRepository;
import io.aegisx.tenancy.registry.usage.StoredSize;
import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.registry.usage.UsageDay;
import io.aegisx.tenancy.registry.usage.UsageRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what the bound tenant uses. */
@ApplicationScoped
public class UsageService {

  private static final String COUNT_USERS = "SELECT CAST(count(*) AS text) FROM users";

  private final TenantData data;
  private final UsageRepository days;
  private final StorageRepository storage;
  private final PlanLimits limits;

  UsageService(
      TenantData data, UsageRepository days, StorageRepository storage, PlanLimits limits) {
    this.data = data;
    this.days = days;
    this.storage = storage;
    this.limits = limits;
  }

  /** Now, or as of the last measurement. */
  public Uni<Tagged<UsageView>> current() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return TenantContext.current()
        .flatMap(tenant -> find(tenant, today).map(found -> view(tenant, today, found)))
        .map(Tagged::ofContent);
  }

  private Uni<Found> find(Tenant tenant, LocalDate today) {
    return Uni.combine()
        .all()
        .unis(users(), storage.of(tenant.id()), days.history(tenant.id(), today, today, 1))
        .with(Found::new);
  }

  private Uni<Long> users() {
    return data.read(() -> data.text(COUNT_USERS, Map.of())).map(Long::valueOf);
  }

  private UsageView view(Tenant tenant, LocalDate today, Found found) {
    Usage used = found.days.isEmpty() ? Usage.NONE : found.days.get(0).usage();
    RateLimits rates = limits.rates(tenant);
    return new UsageView(
        new UsageView.Quota(found.users, limits.maxUsers(tenant)),
        new UsageView.Quota(
            found.stored.map(StoredSize::bytes).orElse(0L), limits.storageBytes(tenant)),
        new UsageView.Requests(
            today,
            used.requests(),
            used.errors(),
            used.refused(),
            rates.requestsPerSecond(),
            rates.burst(),
            rates.concurrentRequests()),
        found.stored.<@Nullable Instant>map(StoredSize::measuredAt).orElse(null));
  }

  /** Day by day, oldest first, without those on which nothing happened. */
  public Uni<Page<UsageDayView>> history(HistoryRange range, PageRequest page) {
    int limit = page.limit();
    LocalDate first = range.first(page.after());
    LocalDate last = range.last();
    return TenantContext.current()
        .flatMap(tenant -> days.history(tenant.id(), first, last, limit + 1))
        .map(found -> Page.of(found, limit, day -> HistoryRange.idOf(day.day())))
        .map(found -> found.map(UsageDayView::of));
  }

  /** What a view is made of. */
  private record Found(Long users, Optional<StoredSize> stored, List<UsageDay> days) {}
}
