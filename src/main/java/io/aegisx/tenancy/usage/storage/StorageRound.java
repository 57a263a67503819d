package io.aegisx.tenancy.usage.storage;

import io.aegisx.tenancy.registry.usage.Measured;
import io.aegisx.tenancy.registry.usage.StorageRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Measures, one after the other, the tenants that are due. */
@ApplicationScoped
class StorageRound {

  private static final Logger LOG = Logger.getLogger(StorageRound.class);

  private final StorageRepository repository;
  private final StorageMeter meter;

  StorageRound(StorageRepository repository, StorageMeter meter) {
    this.repository = repository;
    this.meter = meter;
  }

  /**
   * Measures until all are done or the time is over.
   *
   * @return how many were measured
   */
  Uni<Integer> run(Duration atMost) {
    return from(Optional.empty(), System.nanoTime() + atMost.toNanos());
  }

  private Uni<Integer> from(Optional<TenantId> after, long end) {
    return repository
        .due(after)
        .flatMap(
            due ->
                due.isEmpty() || System.nanoTime() > end
                    ? Uni.createFrom().item(0)
                    : measureThenGoOn(due, end));
  }

  private Uni<Integer> measureThenGoOn(List<Tenant> due, long end) {
    TenantId last = due.get(due.size() - 1).id();
    return measure(due, end)
        .flatMap(count -> from(Optional.of(last), end).map(more -> count + more));
  }

  private Uni<Integer> measure(List<Tenant> tenants, long end) {
    Map<TenantId, Measured> sizes = new ConcurrentHashMap<>();
    return repository
        .now()
        .call(
            begun ->
                Multi.createFrom()
                    .iterable(tenants)
                    .select()
                    .first(tenant -> System.nanoTime() <= end)
                    .onItem()
                    .transformToUniAndConcatenate(tenant -> measure(tenant, sizes))
                    .collect()
                    .last()
                    .flatMap(measured -> repository.keep(sizes, begun)))
        .map(begun -> sizes.size());
  }

  /** One that cannot be measured, such as one whose database is out of reach, keeps its size. */
  private Uni<Measured> measure(Tenant tenant, Map<TenantId, Measured> sizes) {
    return meter
        .measure(tenant)
        .invoke(measured -> sizes.put(tenant.id(), measured))
        .onFailure()
        .invoke(
            failure ->
                LOG.warnf(
                    "The storage of %s is measured later: %s", tenant.id(), failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }
}
