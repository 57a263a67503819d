package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.blocking.Uncancelled;
import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.tenant.TenantContext;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one door to tenant data. It takes the tenant from the pipeline, and fails without one.
 *
 * <p>Once begun, work runs to its end even if the request that wanted it is gone: a session
 * abandoned half-way would keep its connection for ever.
 */
@ApplicationScoped
public class TenantData {

  private final Duration timeout;
  private final List<Remedy> remedies;

  TenantData(DatabaseSettings settings, @All List<Remedy> remedies) {
    this.timeout = settings.timeout();
    this.remedies = remedies;
  }

  /** Reads in a session; each statement sees its own moment. */
  public <T> Uni<T> read(Supplier<Uni<T>> work) {
    return inTime(() -> Panache.withSession(work));
  }

  /** Reads and writes in one transaction, which commits if the work succeeds. */
  public <T> Uni<T> write(Supplier<Uni<T>> work) {
    return inTime(() -> Panache.withTransaction(work));
  }

  /**
   * Holds, until the transaction ends, a lock that only one transaction of this tenant can have.
   */
  public Uni<Void> lock(String name) {
    return TenantContext.current()
        .map(tenant -> tenant.id().value().getMostSignificantBits() * 31 + name.hashCode())
        .flatMap(
            key ->
                text(
                    "SELECT 'locked' FROM pg_catalog.pg_advisory_xact_lock(:key)",
                    Map.of("key", key)))
        .replaceWithVoid();
  }

  /** Lets no statement of this transaction wait for a lock for longer than 10 seconds. */
  public Uni<Void> limitLockWait() {
    return text("SELECT pg_catalog.set_config('lock_timeout', '10s', true)", Map.of())
        .replaceWithVoid();
  }

  /** Runs SQL that changes rows, inside {@link #write}; answers how many. */
  public Uni<Integer> execute(String sql, Map<String, Object> parameters) {
    return Panache.getSession()
        .flatMap(
            session -> {
              var statement = session.createNativeQuery(sql);
              parameters.forEach(statement::setParameter);
              return statement.executeUpdate();
            });
  }

  /** Runs SQL that answers one text, inside {@link #read} or {@link #write}. */
  public Uni<String> text(String sql, Map<String, Object> parameters) {
    return Panache.getSession()
        .flatMap(
            session -> {
              var query = session.createNativeQuery(sql, String.class);
              parameters.forEach(query::setParameter);
              return query.getSingleResult();
            });
  }

  /** Work that failed for something that can be helped is begun anew, in a session of its own. */
  private <T> Uni<T> withRemedy(Supplier<Uni<T>> work) {
    return work.get()
        .onFailure()
        .recoverWithUni(
            failure ->
                against(failure)
                    .map(remedy -> remedy.chain(work::get))
                    .orElseGet(() -> Uni.createFrom().failure(failure)));
  }

  private Optional<Uni<Void>> against(Throwable failure) {
    return remedies.stream().flatMap(remedy -> remedy.against(failure).stream()).findFirst();
  }

  private <T> Uni<T> inTime(Supplier<Uni<T>> work) {
    return Uncancelled.of(() -> TenantContext.carrying(() -> withRemedy(work)))
        .ifNoItem()
        .after(timeout)
        .on(Infrastructure.getDefaultWorkerPool())
        .fail();
  }
}
