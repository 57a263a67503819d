package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TicketTest {

  private final AtomicInteger givenBack = new AtomicInteger();
  private final Ticket ticket = new Ticket();

  @Test
  void whatIsHeldIsGivenBackOnceHoweverOftenTheEndIsTold() {
    ticket.hold(givenBack::incrementAndGet);
    assertEquals(0, givenBack.get());

    ticket.end();
    ticket.end();

    assertEquals(1, givenBack.get());
  }

  @Test
  void whoHasLeftMeanwhileHoldsNothing() {
    ticket.end();

    ticket.hold(givenBack::incrementAndGet);

    assertEquals(1, givenBack.get());
  }

  @Test
  void whoNeverHeldAnythingGivesNothingBack() {
    ticket.end();

    assertEquals(0, givenBack.get());
  }
}
