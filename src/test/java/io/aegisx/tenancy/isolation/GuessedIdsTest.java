package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An id is no key: another tenant's, however it was learnt, is the id of nothing. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class GuessedIdsTest {

  static Stream<Arguments> pairs() {
    return Stream.of(Fixtures.ISOLATIONS)
        .flatMap(
            owner -> Stream.of(Fixtures.ISOLATIONS).map(guesser -> Arguments.of(owner, guesser)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anIdOfAnotherTenantIsNotFoundByAnyOperation(String ownersIsolation, String isolation) {
    Household owner = Household.of(ownersIsolation);
    Household guesser = Household.of(isolation);
    String before = owner.everything() + guesser.everything();

    Map<String, String> answers = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    guesses(owner, guesser)
        .forEach(
            guess -> {
              answers.put(guess.toString(), outcome(guess.send(guesser.admin())));
              answers.put("root: " + guess, outcome(guess.send(superAdminIn(guesser))));
            });
    answers.keySet().forEach(guess -> expected.put(guess, "404 NOT_FOUND"));

    assertEquals(expected, answers);
    assertEquals(before, owner.everything() + guesser.everything());
  }

  private static Stream<Guess> guesses(Household owner, Household guesser) {
    JsonObject name = new JsonObject().put("name", "Changed");
    return Stream.of(
        new Guess("GET", "/users/" + owner.user(), null),
        new Guess("PUT", "/users/" + owner.user(), name),
        new Guess("PATCH", "/users/" + owner.user(), name),
        new Guess("DELETE", "/users/" + owner.user(), null),
        new Guess("GET", "/products/" + owner.product(), null),
        new Guess("PUT", "/products/" + owner.product(), name),
        new Guess("PATCH", "/products/" + owner.product(), name),
        new Guess("DELETE", "/products/" + owner.product(), null),
        new Guess("GET", "/orders/" + owner.order(), null),
        new Guess("PUT", "/orders/" + owner.order() + "/cancel", null),
        new Guess("PUT", "/orders/" + owner.order() + "/fulfil", null),
        new Guess("POST", "/orders", Fixtures.order(owner.user(), guesser.product(), 1)),
        new Guess("POST", "/orders", Fixtures.order(guesser.user(), owner.product(), 1)),
        new Guess("POST", "/orders", mixed(guesser, owner.product())),
        new Guess("GET", "/tenants/" + guesser.name() + "/users/" + owner.user(), null));
  }

  /** A line that can be had, and one of another tenant's product. */
  private static JsonObject mixed(Household guesser, String foreignProduct) {
    JsonObject order = Fixtures.order(guesser.user(), guesser.product(), 1);
    JsonObject line = new JsonObject().put("productId", foreignProduct).put("quantity", 1);
    order.getJsonArray("lines").add(line);
    return order;
  }

  private static Api superAdminIn(Household household) {
    return Fixtures.root().forTenant(household.name());
  }

  private static String outcome(Api.Answer answer) {
    return answer.status() + " " + answer.code();
  }

  private record Guess(String method, String path, JsonObject body) {
    Api.Answer send(Api api) {
      return method.equals("PATCH") ? api.patch(path, body) : api.send(method, path, body);
    }
  }
}
