package io.aegisx.tenancy.usage.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.registry.usage.UsageEntry;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.UuidV7;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnwrittenTest {

  private static final Usage ONE = new Usage(1, 1, 1, 1, 1, 1, 1);

  private final TenantId tenant = new TenantId(UuidV7.next());
  private final UsageEntry yesterday = new UsageEntry(tenant, LocalDate.of(2026, 1, 1));
  private final UsageEntry today = new UsageEntry(tenant, LocalDate.of(2026, 1, 2));
  private final Unwritten unwritten = new Unwritten();

  @Test
  void whatIsTakenBackIsAddedToWhatCameMeanwhileUnderItsOwnDay() {
    unwritten.add(yesterday, ONE);
    unwritten.wrote(Set.of(tenant));
    Unwritten.Batch failed = unwritten.take();
    unwritten.add(yesterday, ONE);
    unwritten.add(today, ONE);

    unwritten.giveBack(failed);

    Unwritten.Batch all = unwritten.take();
    assertEquals(Map.of(yesterday, ONE.plus(ONE), today, ONE), all.used());
    assertEquals(Set.of(tenant), all.wrote());
    assertTrue(unwritten.take().isEmpty());
  }
}
