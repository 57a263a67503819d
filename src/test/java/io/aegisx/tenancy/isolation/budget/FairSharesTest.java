package io.aegisx.tenancy.isolation.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

class FairSharesTest {

  private static final Vertx VERTX = Vertx.vertx();

  @AfterContainer
  static void close() {
    VERTX.close();
  }

  @Example
  void aPlaceThatGetsFreeGoesToWhoHoldsTheFewest() throws Exception {
    FairShares<String> shares = shares(3, 3);
    taken(shares, "greedy", "greedy", "modest");
    Future<Void> greedy = shares.take("greedy");
    Future<Void> modest = shares.take("modest");
    Future<Void> newcomer = shares.take("newcomer");

    shares.giveBack("greedy");
    await(newcomer);
    assertFalse(greedy.isComplete() || modest.isComplete());

    // One each: the turn goes to who has waited longest.
    shares.giveBack("newcomer");
    await(greedy);
    shares.giveBack("greedy");
    await(modest);
  }

  @Example
  void whoHoldsItsShareWaitsThoughThereIsRoom() throws Exception {
    FairShares<String> shares = shares(4, 2);
    taken(shares, "hog", "hog");
    Future<Void> third = shares.take("hog");

    taken(shares, "other", "other");
    assertFalse(third.isComplete());

    shares.giveBack("hog");
    await(third);
  }

  @Example
  void whoWaitsInVainIsToldAndHoldsNothing() throws Exception {
    FairShares<String> shares = new FairShares<>(VERTX, 1, 1, Duration.ofMillis(50));
    taken(shares, "first");

    ExecutionException told =
        assertThrows(ExecutionException.class, () -> await(shares.take("second")));

    assertInstanceOf(TimeoutException.class, told.getCause());
    shares.giveBack("first");
    assertEquals(0, shares.taken());
    taken(shares, "second");
  }

  @Property(tries = 300)
  void neitherTheBoundNorAShareIsEverExceededAndNobodyIsForgotten(
      @ForAll @IntRange(min = 1, max = 5) int places,
      @ForAll @IntRange(min = 1, max = 5) int share,
      @ForAll @Size(max = 60) List<@IntRange(max = 7) Integer> steps)
      throws Exception {
    FairShares<Integer> shares = shares(places, share);
    List<Integer> keys = new ArrayList<>();
    List<Future<Void>> asked = new ArrayList<>();
    for (int step : steps) {
      if (step < 4) {
        keys.add(step);
        asked.add(shares.take(step));
      } else {
        giveOneBack(shares, keys, asked);
      }
      assertTrue(shares.taken() <= places);
    }
    while (!asked.isEmpty()) {
      giveOneBack(shares, keys, asked);
    }
    assertEquals(0, shares.taken());
  }

  /** Gives back the first that was granted; one must be, or everybody waits for nobody. */
  private static void giveOneBack(
      FairShares<Integer> shares, List<Integer> keys, List<Future<Void>> asked) throws Exception {
    if (asked.isEmpty()) {
      return;
    }
    int granted = indexOfGranted(asked);
    asked.remove(granted);
    shares.giveBack(keys.remove(granted));
  }

  private static int indexOfGranted(List<Future<Void>> asked) throws Exception {
    await(Future.any(new ArrayList<>(asked)));
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).succeeded()) {
        return i;
      }
    }
    throw new AssertionError("Nobody holds a place, and nobody gets one");
  }

  @Example
  void sharesAreCountedByTenant() throws Exception {
    FairShares<String> shares = shares(5, 2);
    Map<String, Integer> granted = new HashMap<>();
    for (String key : List.of("a", "a", "a", "b", "b", "b", "c")) {
      if (shares.take(key).isComplete()) {
        granted.merge(key, 1, Integer::sum);
      }
    }
    assertEquals(Map.of("a", 2, "b", 2, "c", 1), granted);
  }

  private static <K> FairShares<K> shares(int places, int share) {
    return new FairShares<>(VERTX, places, share, Duration.ofSeconds(20));
  }

  private static void taken(FairShares<String> shares, String... keys) throws Exception {
    for (String key : keys) {
      await(shares.take(key));
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
