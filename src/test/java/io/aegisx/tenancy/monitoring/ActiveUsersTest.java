package io.aegisx.tenancy.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ActiveUsersTest {

  private final AtomicLong nanos = new AtomicLong();
  private final ActiveUsers users = new ActiveUsers(Duration.ofMinutes(15), 100, nanos::get);

  @Test
  void eachUserCountsOnceForEachTenant() {
    users.seen("a", "ann");
    users.seen("a", "ann");
    users.seen("a", "bob");
    users.seen("b", "ann");

    assertEquals(2, users.of("a"));
    assertEquals(1, users.of("b"));
    assertEquals(0, users.of("c"));
    assertEquals(3, users.total());
  }

  @Test
  void aUserCountsUntilTheWindowAfterTheLastRequestIsOver() {
    users.seen("a", "ann");
    users.seen("a", "bob");
    pass(Duration.ofMinutes(10));
    users.seen("a", "ann");
    pass(Duration.ofMinutes(10));
    assertEquals(1, users.of("a"));

    pass(Duration.ofMinutes(10));
    assertEquals(0, users.of("a"));
    assertEquals(0, users.total());
    users.seen("a", "ann");
    assertEquals(1, users.of("a"));
  }

  @Test
  void notMoreThanSoManyAreRememberedAndTheCountsAgree() {
    for (int i = 0; i < 1000; i++) {
      users.seen("tenant" + i % 7, "user" + i % 300);
    }

    int sum = 0;
    for (int i = 0; i < 7; i++) {
      sum += users.of("tenant" + i);
    }
    assertEquals(100, users.total());
    assertEquals(100, sum);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
