package io.aegisx.tenancy.http;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags: read only what is new, change only what one has read. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ConditionalRequestsTest {

  private static final String NAMED = "{\"name\":\"%s\"}";

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database", "enterprise").getString("subdomain");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "product", "order", "tenant", "current"})
  void aReadOfWhatOneHasIsAnsweredWithoutABody(String kind) {
    String path = make(kind);
    Api.Answer first = api(kind).get(path);
    String tag = first.header("ETag");
    assertTrue(tag.matches("\"[^\"]+\""), "strong: " + tag);

    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      for (String method : List.of("GET", "HEAD")) {
        Api.Answer again = api(kind).with("If-None-Match", known).send(method, path, null);
        assertEquals(304, again.status(), known);
        assertEquals(tag, again.header("ETag"));
        assertEquals("", again.text());
      }
    }
    assertEquals(first.text(), api(kind).with("If-None-Match", "\"other\"").get(path).text());
    // Another tenant's, or another person's, answer may have the same tag.
    assertEquals("private, no-cache", first.header("Cache-Control"));
    assertTrue(first.header("Vary").contains("Authorization, X-Tenant-ID"), first.header("Vary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "product", "tenant"})
  void aChangeBasedOnAnOldStateIsLost(String kind) {
    String path = make(kind);
    String old = api(kind).get(path).header("ETag");
    Api.Answer changed = api(kind).with("If-Match", old).put(path, named("second"));
    assertEquals(200, changed.status(), changed.text());
    assertNotEquals(old, changed.header("ETag"));

    for (String lost : List.of(old, "W/" + changed.header("ETag"), "second", "\"a\", \"b\"")) {
      Api late = api(kind).with("If-Match", lost);
      assertProblem(ErrorCode.PRECONDITION_FAILED, late.put(path, named("third")));
      assertProblem(ErrorCode.PRECONDITION_FAILED, late.patch(path, named("third")));
      assertProblem(ErrorCode.PRECONDITION_FAILED, late.delete(path));
    }
    assertEquals(changed.text(), api(kind).get(path).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "product", "tenant"})
  void aChangeBasedOnThePresentStateIsMade(String kind) {
    String path = make(kind);
    for (String name : List.of("one", "two")) {
      String tag = api(kind).get(path).header("ETag");
      Api fresh = api(kind).with("If-Match", "\"x\", " + tag);
      assertEquals(name, fresh.patch(path, named(name)).json().getString("name"));
    }
    assertEquals(200, api(kind).with("If-Match", "*").put(path, named("three")).status());
    String tag = api(kind).get(path).header("ETag");
    assertTrue(List.of(200, 204).contains(api(kind).with("If-Match", tag).delete(path).status()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "product", "tenant"})
  void aChangeThatChangesNothingKeepsTheTag(String kind) {
    String path = make(kind);
    Api.Answer before = api(kind).get(path);

    Api.Answer same = api(kind).put(path, before.text());

    assertEquals(200, same.status(), same.text());
    assertEquals(before.text(), same.text());
    assertEquals(before.header("ETag"), same.header("ETag"));
    assertEquals(before.text(), api(kind).put(path, "{}").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "product", "tenant"})
  void ofManyChangesBasedOnOneStateExactlyOneIsMade(String kind) {
    String path = make(kind);
    Api fresh = api(kind).with("If-Match", api(kind).get(path).header("ETag"));

    List<Api.Answer> answers = together(fresh, path, 8);

    List<Api.Answer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertEquals(1, won.size(), answers::toString);
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(lost -> assertProblem(ErrorCode.PRECONDITION_FAILED, lost));
    assertEquals(won.get(0).text(), api(kind).get(path).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "product", "tenant"})
  void changesWithoutAConditionAreAllMadeOneAfterTheOther(String kind) {
    String path = make(kind);

    together(api(kind), path, 6)
        .forEach(answer -> assertEquals(200, answer.status(), answer.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "fulfil"})
  void anOrderGoesOnOnlyFromTheStateThatWasSeen(String step) {
    String path = make("order");
    String tag = api("order").get(path).header("ETag");

    Api.Answer lost = api("order").with("If-Match", "\"77\"").put(path + "/" + step, null);
    assertProblem(ErrorCode.PRECONDITION_FAILED, lost);
    Api.Answer made = api("order").with("If-Match", tag).put(path + "/" + step, null);

    assertEquals(200, made.status(), made.text());
    assertNotEquals(tag, made.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspend", "activate", "restore"})
  void aTenantGoesOnOnlyFromTheStateThatWasSeen(String step) {
    String path = make("tenant");

    Api.Answer lost = Fixtures.root().with("If-Match", "\"77\"").put(path + "/" + step, null);

    assertProblem(ErrorCode.PRECONDITION_FAILED, lost);
    assertEquals("active", Fixtures.root().get(path).json().getString("status"));
  }

  private static List<Api.Answer> together(Api api, String path, int count) {
    List<CompletableFuture<Api.Answer>> sent =
        IntStream.range(0, count)
            .mapToObj(i -> api.sendAsync("PUT", path, named("racer " + i)))
            .toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }

  private static String named(String name) {
    return NAMED.formatted(name);
  }

  private static Api api(String kind) {
    return kind.equals("tenant") ? Fixtures.root() : Fixtures.admin(tenant);
  }

  /** A new resource of the kind; answers its path. */
  private static String make(String kind) {
    String unique = Fixtures.subdomain();
    Api admin = Fixtures.admin(tenant);
    return switch (kind) {
      case "user" -> "/users/" + made(admin, "/users", Fixtures.user(unique + "@example.com"));
      case "product" -> "/products/" + made(admin, "/products", Fixtures.product(unique, 5, 5));
      case "tenant" -> "/tenants/" + Fixtures.tenant("shared_database").getString("id");
      case "current" -> "/tenants/current";
      default -> "/orders/" + made(admin, "/orders", order(unique));
    };
  }

  private static JsonObject order(String unique) {
    Api admin = Fixtures.admin(tenant);
    return Fixtures.order(
        made(admin, "/users", Fixtures.user(unique + "@example.com")),
        made(admin, "/products", Fixtures.product(unique, 5, 5)),
        1);
  }

  private static String made(Api api, String path, JsonObject body) {
    Api.Answer made = api.post(path, body);
    assertEquals(201, made.status(), made.text());
    return made.json().getString("id");
  }
}
