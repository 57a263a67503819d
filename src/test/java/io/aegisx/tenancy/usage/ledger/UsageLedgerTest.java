package io.aegisx.tenancy.usage.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.UuidV7;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UsageLedgerTest {

  private static final int THREADS = 4;
  private static final int REQUESTS = 50_000;

  private final TenantId tenant = new TenantId(UuidV7.next());
  private final UsageLedger ledger = new UsageLedger(Duration.ofMinutes(5));
  private final UsageLedger unforgetting = new UsageLedger(Duration.ofNanos(1));

  @Test
  void everythingIsCountedUnderItsName() {
    UsageCounter counter = ledger.counter(tenant);
    counter.answered(200, 1, 10);
    counter.answered(429, 2, 20);
    counter.answered(503, 3, 30);
    counter.answered(404, 4, 40);
    ledger.of(tenant).done(7, 5);

    UsageLedger.Drained drained = ledger.drain();

    assertEquals(Map.of(tenant, new Usage(4, 1, 1, 7, 5, 10, 100)), drained.used());
    assertEquals(Set.of(), drained.wrote());
  }

  @Test
  void whoWroteIsToldOnce() {
    ledger.counter(tenant).wrote();

    assertEquals(Set.of(tenant), ledger.drain().wrote());
    assertEquals(Set.of(), ledger.drain().wrote());
  }

  @Test
  void whatIsCountedWhileItIsTakenIsNotLost() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(new Thread(this::count));
    }
    List<Usage> taken = new ArrayList<>();
    Thread taker =
        new Thread(
            () -> {
              while (!over.get()) {
                taken.addAll(unforgetting.drain().used().values());
              }
            });
    taker.start();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    over.set(true);
    taker.join();
    taken.addAll(unforgetting.drain().used().values());

    long all = (long) THREADS * REQUESTS;
    assertEquals(
        new Usage(all, 0, 0, 3 * all, 2 * all, all, all),
        taken.stream().reduce(Usage.NONE, Usage::plus));
  }

  private void count() {
    for (int i = 0; i < REQUESTS; i++) {
      unforgetting.counter(tenant).answered(200, 1, 1);
      unforgetting.of(tenant).done(3, 2);
    }
  }

  @Test
  void canariesCostNobody() {
    ledger.of(Canaries.all().get(0).id()).done(1, 1);

    assertEquals(Map.of(), ledger.drain().used());
    assertEquals(0, ledger.size());
  }

  @Test
  void countersThatWereNotUsedForTenMinutesAreForgotten() {
    ledger.counter(tenant).answered(200, 0, 0);
    ledger.drain();
    ledger.drain();
    assertEquals(1, ledger.size());

    ledger.drain();
    ledger.drain();
    assertEquals(0, ledger.size());
    assertTrue(ledger.drain().used().isEmpty());
  }
}
