package io.aegisx.tenancy.registry.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.UuidV7;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class UsageRepositoryTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 29);
  private static final Usage USED = new Usage(1, 2, 3, 4_000, 5, 6, 7);

  @Inject UsageRepository repository;
  @Inject StorageRepository storage;

  @Test
  void whatIsUsedIsAddedUp() {
    TenantId tenant = tenant();
    add(tenant, USED);
    add(tenant, USED);

    assertEquals(
        List.of(new UsageDay(DAY, USED.plus(USED), 0)),
        await(repository.history(tenant, DAY, DAY, 10)));
  }

  @Test
  void replicasAddAtTheSameTimeAndNothingIsLost() {
    List<TenantId> tenants = List.of(tenant(), tenant(), tenant());
    Map<UsageEntry, Usage> entries =
        Map.of(
            new UsageEntry(tenants.get(0), DAY), USED,
            new UsageEntry(tenants.get(1), DAY), USED,
            new UsageEntry(tenants.get(2), DAY), USED);

    await(
        Uni.join()
            .all(
                IntStream.range(0, 20)
                    .mapToObj(i -> repository.add(entries, Set.copyOf(tenants)))
                    .toList())
            .andFailFast());

    for (TenantId tenant : tenants) {
      assertEquals(20, await(repository.history(tenant, DAY, DAY, 1)).get(0).usage().requests());
    }
  }

  @Test
  void whatATenantUsedThatIsGoneDoesNotKeepOthersFromBeingPutDown() {
    TenantId tenant = tenant();
    TenantId gone = new TenantId(UuidV7.next());

    await(
        repository.add(
            Map.of(new UsageEntry(tenant, DAY), USED, new UsageEntry(gone, DAY), USED),
            Set.of(tenant, gone)));

    assertEquals(1, await(repository.history(tenant, DAY, DAY, 1)).size());
    assertEquals(0, await(repository.history(gone, DAY, DAY, 1)).size());
  }

  @Test
  void oldDaysAreForgotten() {
    TenantId tenant = tenant();
    add(tenant, USED);
    await(repository.add(Map.of(new UsageEntry(tenant, DAY.plusDays(1)), USED), Set.of(tenant)));

    assertTrue(await(repository.forgetBefore(DAY.plusDays(1))) >= 1);

    assertEquals(
        List.of(DAY.plusDays(1)),
        await(repository.history(tenant, DAY, DAY.plusDays(2), 10)).stream()
            .map(UsageDay::day)
            .toList());
  }

  @Test
  void aTurnIsOneReplicasUntilItIsOver() throws InterruptedException {
    assertTrue(await(storage.takeTurn(Duration.ofMillis(600))));
    assertFalse(await(storage.takeTurn(Duration.ofMillis(600))));

    Thread.sleep(700);
    assertTrue(await(storage.takeTurn(Duration.ofMillis(1))));
  }

  private void add(TenantId tenant, Usage usage) {
    await(repository.add(Map.of(new UsageEntry(tenant, DAY), usage), Set.of()));
  }

  private static TenantId tenant() {
    return TenantId.parse(Fixtures.tenant("shared_database").getString("id")).orElseThrow();
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(10));
  }
}
