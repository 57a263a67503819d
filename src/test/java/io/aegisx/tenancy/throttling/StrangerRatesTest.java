package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrangerRatesTest {

  private static final int BURST = 2;

  @Test
  void eachAddressHasARateOfItsOwn() {
    StrangerRates rates = new StrangerRates(1);
    assertTrue(rates.take("192.0.2.1").isConsumed());
    assertTrue(rates.take("192.0.2.1").isConsumed());

    assertFalse(rates.take("192.0.2.1").isConsumed());
    assertTrue(rates.take("192.0.2.2").isConsumed());
  }

  @Test
  void addressesBeyondThoseThatFitShareOne() {
    StrangerRates rates = new StrangerRates(1);
    for (int i = 0; i < StrangerRates.MOST_ADDRESSES; i++) {
      rates.take("known-" + i);
    }
    int served = 0;
    for (int i = 0; i < 100; i++) {
      served += rates.take("new-" + i).isConsumed() ? 1 : 0;
    }

    assertTrue(served >= BURST && served < 10, served + " of 100");
    assertEquals(StrangerRates.MOST_ADDRESSES + 1, rates.size());
    assertTrue(rates.take("known-1").isConsumed(), "who was known is not affected");
  }

  @Test
  void addressesAreForgottenOnceTheirBucketsAreFull() throws InterruptedException {
    StrangerRates rates = new StrangerRates(10);
    rates.take("192.0.2.1");
    rates.tick();
    assertEquals(1, rates.size());

    Thread.sleep(300);
    rates.tick();
    assertEquals(0, rates.size());
  }
}
