package io.aegisx.tenancy.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {

  @Test
  void idsAreOfVersion7AndDifferFromEachOther() {
    Set<UUID> made = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = UuidV7.next();
      assertEquals(7, id.version());
      assertEquals(2, id.variant());
      assertTrue(made.add(id));
    }
  }

  @Test
  void anIdBeginsWithTheTimeOfItsMaking() {
    long before = System.currentTimeMillis();
    long stamp = UuidV7.next().getMostSignificantBits() >>> 16;
    assertTrue(before <= stamp && stamp <= System.currentTimeMillis());
  }
}
