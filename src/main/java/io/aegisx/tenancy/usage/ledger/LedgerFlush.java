package io.aegisx.tenancy.usage.ledger;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.registry.usage.UsageEntry;
import io.aegisx.tenancy.registry.usage.UsageRepository;
import io.aegisx.tenancy.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Puts down in the registry what was counted: every few seconds, and when the service stops. */
@ApplicationScoped
public class LedgerFlush {

  private static final Logger LOG = Logger.getLogger(LedgerFlush.class);
  private static final Duration LONGEST_LAST_FLUSH = Duration.ofSeconds(5);
  private static final long FIRST_TIDYING_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final long TIDYING_MILLIS = Duration.ofHours(1).toMillis();

  private final UsageLedger ledger;
  private final UsageRepository repository;
  private final LedgerSettings settings;
  private final BlockingDoor blocking;
  private final Vertx vertx;
  private final Unwritten unwritten = new Unwritten();
  private final List<BiConsumer<TenantId, Usage>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean atWork = new AtomicBoolean();
  private long flushes;
  private long tidying;

  LedgerFlush(
      UsageLedger ledger,
      UsageRepository repository,
      LedgerSettings settings,
      BlockingDoor blocking,
      Vertx vertx) {
    this.ledger = ledger;
    this.repository = repository;
    this.settings = settings;
    this.blocking = blocking;
    this.vertx = vertx;
  }

  /** Also tells what each tenant has used since this was last told. */
  public void onFlush(BiConsumer<TenantId, Usage> listener) {
    listeners.add(listener);
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 10) StartupEvent event) {
    flushes = vertx.setPeriodic(settings.flushEvery().toMillis(), fired -> flushUnlessAtWork());
    tidying = vertx.setPeriodic(FIRST_TIDYING_MILLIS, TIDYING_MILLIS, fired -> tidy());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(flushes);
    vertx.cancelTimer(tidying);
    try {
      blocking.shutDownWaits(flush(), LONGEST_LAST_FLUSH);
    } catch (RuntimeException failure) {
      LOG.warnf("The last usage was not put down: %s", failure.getMessage());
    }
  }

  private void flushUnlessAtWork() {
    if (atWork.compareAndSet(false, true)) {
      flush()
          .onTermination()
          .invoke(() -> atWork.set(false))
          .subscribe()
          .with(
              done -> {},
              failure -> LOG.warnf("Usage is put down later: %s", failure.getMessage()));
    }
  }

  /** What cannot be put down now is kept for the next time. */
  Uni<Void> flush() {
    take();
    Unwritten.Batch batch = unwritten.take();
    return batch.isEmpty()
        ? Uni.createFrom().voidItem()
        : repository
            .add(batch.used(), batch.wrote())
            .onFailure()
            .invoke(() -> unwritten.giveBack(batch));
  }

  private void take() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    UsageLedger.Drained drained = ledger.drain();
    drained.used().forEach((tenant, usage) -> unwritten.add(new UsageEntry(tenant, today), usage));
    unwritten.wrote(drained.wrote());
    drained
        .used()
        .forEach((tenant, usage) -> listeners.forEach(heard -> heard.accept(tenant, usage)));
  }

  private void tidy() {
    repository
        .forgetBefore(LocalDate.now(ZoneOffset.UTC).minusDays(settings.keepDays()))
        .subscribe()
        .with(
            forgotten -> LOG.debugf("%d days of usage forgotten", forgotten),
            failure -> LOG.warnf("Old usage is forgotten later: %s", failure.getMessage()));
  }
}
