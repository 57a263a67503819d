package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tenant a token is for: the one that its claim names, exactly, and no other. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TenantClaimTest {

  private static final Set<String> PROFILE = Set.of("name", "subdomain", "branding");

  private static JsonObject own;
  private static JsonObject other;

  @BeforeEach
  void makeTenants() {
    if (own == null) {
      own = Fixtures.tenant("shared_database");
      other = Fixtures.tenant("shared_database");
    }
  }

  static Stream<Row> matching() {
    return Stream.of(row("its id", () -> id(own)), row("its subdomain", () -> subdomain(own)));
  }

  @ParameterizedTest
  @MethodSource("matching")
  void aTokenThatNamesTheTenantEntersItByEitherName(Row row) {
    Api caller = row.caller();
    String whole = "[" + other.getString("id") + "]";

    for (String name : List.of(id(own), subdomain(own))) {
      Answers.assertServed(row.name, 200, caller.forTenant(name).get("/users"));
      Answers.assertServed(row.name, 200, caller.get("/tenants/" + name + "/users"));
      Answers.assertServed(row.name, 200, caller.get("/tenants/" + name));
      Api.Answer current = caller.forTenant(name).get("/tenants/current");
      assertEquals(own.getString("id"), current.json().getString("id"), whole);
    }
    assertEquals(1, caller.get("/tenants/mine").array().size());
  }

  static Stream<Row> others() {
    return Stream.of(
        row("missing", () -> null),
        row("empty", () -> ""),
        row("blank", () -> " "),
        row("a space behind", () -> subdomain(own) + " "),
        row("a space before", () -> " " + subdomain(own)),
        row("a line end behind", () -> subdomain(own) + "\n"),
        row("a NUL behind", () -> subdomain(own) + "\u0000"),
        row("the subdomain in upper case", () -> subdomain(own).toUpperCase(Locale.ROOT)),
        row("the id in upper case", () -> id(own).toUpperCase(Locale.ROOT)),
        row("the id in braces", () -> "{" + id(own) + "}"),
        row("the id without hyphens", () -> id(own).replace("-", "")),
        row("the id as a URN", () -> "urn:uuid:" + id(own)),
        row("the host", () -> subdomain(own) + ".localhost"),
        row("a part of the subdomain", () -> subdomain(own).substring(1)),
        row("the name", () -> own.getString("name")),
        row("a pattern", () -> "%"),
        row("a wildcard", () -> "*"),
        row("two in one text", () -> subdomain(own) + "," + subdomain(other)),
        row("an array with it", () -> List.of(subdomain(own))),
        row("an array with both", () -> List.of(subdomain(own), subdomain(other))),
        row("an empty array", List::of),
        row("an object with it", () -> Map.of("id", id(own))),
        row("an object keyed by it", () -> Map.of(subdomain(own), Map.of())),
        row("a number", () -> 1),
        row("a truth", () -> true),
        row("a tenant that is not there", () -> "nobody-" + subdomain(own)),
        row("another tenant's id", () -> id(other)),
        row("another tenant's subdomain", () -> subdomain(other)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anyOtherClaimIsNotForThisTenant(Row row) {
    Api caller = row.caller();

    for (String name : List.of(id(own), subdomain(own))) {
      assertDenied(row, caller.forTenant(name).get("/users"));
      assertDenied(row, caller.forTenant(name).post("/users", Fixtures.user("a@example.com")));
      assertDenied(row, caller.get("/tenants/" + name + "/users"));
      assertDenied(row, caller.get("/tenants/" + name));
      assertDenied(row, caller.put("/tenants/" + name, new JsonObject().put("name", "Mine")));
    }
    assertDenied(row, caller.with("Host", subdomain(own) + ".localhost").get("/orders"));
    assertSeesOnlyTheProfile(row, caller.forTenant(subdomain(own)).get("/tenants/current"));
    assertSeesOnlyTheProfile(row, caller.forTenant(subdomain(own)).get("/tenants/current/"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void aTokenMayEnterNoMoreThanTheTenantItNames(Row row) {
    Api.Answer mine = row.caller().get("/tenants/mine");

    Answers.assertServed(row.name, 200, mine);
    assertTrue(!mine.text().contains(id(own)), row.name);
    assertEquals(row.name.startsWith("another") ? 1 : 0, mine.array().size(), row.name);
  }

  private static void assertDenied(Row row, Api.Answer answer) {
    Answers.assertRefused(row.name, 403, "TENANT_ACCESS_DENIED", answer);
  }

  private static void assertSeesOnlyTheProfile(Row row, Api.Answer answer) {
    Answers.assertServed(row.name, 200, answer);
    assertEquals(PROFILE, answer.json().fieldNames(), row.name);
  }

  private static String id(JsonObject tenant) {
    return tenant.getString("id");
  }

  private static String subdomain(JsonObject tenant) {
    return tenant.getString("subdomain");
  }

  private static Row row(String name, Supplier<Object> claim) {
    return new Row(name, claim);
  }

  /** A value of the claim; null for none. */
  record Row(String name, Supplier<Object> claim) {

    /** A tenant's administrator, as far as the rest of the token goes. */
    Api caller() {
      Object value = claim.get();
      return Api.ofService()
          .withToken(
              ServiceResource.issuer()
                  .token(
                      claims -> {
                        claims.setStringListClaim("roles", "tenant-admin");
                        if (value != null) {
                          claims.setClaim("tenant_id", value);
                        }
                      }));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
