package io.aegisx.tenancy.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.registry.ReplicaMessages;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.UuidV7;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {

  @Test
  void whatIsSaidIsUnderstood() {
    Announcement said =
        new Announcement("me", List.of(new Demand(tenant(), 7), new Demand(tenant(), 0)));

    assertEquals(Optional.of(said), Announcement.parse(said.text()));
  }

  @Test
  void aHeartbeatSaysNothingElse() {
    Announcement heartbeat = new Announcement("me", List.of());

    assertEquals("me", heartbeat.text());
    assertEquals(Optional.of(heartbeat), Announcement.parse("me"));
  }

  @Test
  void theBusiestFitIntoOneNotification() {
    List<Demand> many =
        Stream.generate(() -> new Demand(tenant(), 999_999_999)).limit(1000).toList();

    String text = new Announcement(UUID.randomUUID().toString(), many).text();

    assertTrue(text.getBytes(StandardCharsets.UTF_8).length <= ReplicaMessages.LONGEST);
    assertEquals(
        many.subList(0, Announcement.MOST), Announcement.parse(text).orElseThrow().demands());
  }

  @Test
  void theBusiestComesFirst() {
    Demand busy = new Demand(tenant(), 10);
    Demand quiet = new Demand(tenant(), 1);

    assertEquals(List.of(busy, quiet), Stream.of(quiet, busy).sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me ",
        "me x=1",
        "me 0190b5f4-7a4e-7000-8000-000000000000",
        "me 0190b5f4-7a4e-7000-8000-000000000000=",
        "me 0190b5f4-7a4e-7000-8000-000000000000=-1",
        "me 0190b5f4-7a4e-7000-8000-000000000000=99999999999999999999"
      })
  void whatIsNotUnderstoodIsNothing(String text) {
    assertEquals(Optional.empty(), Announcement.parse(text));
  }

  private static TenantId tenant() {
    return new TenantId(UuidV7.next());
  }
}
