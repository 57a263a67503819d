package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each route answers each bearer as the role columns of the contract say. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class RouteRolesTest {

  private static String own;
  private static String other;

  @BeforeEach
  void makeTenants() {
    if (own == null) {
      own = Fixtures.tenant("shared_database").getString("subdomain");
      other = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  static Stream<Route> tenantPlane() {
    return Route.ALL.stream().filter(Route::isOfTenantPlane);
  }

  static Stream<Route> controlPlane() {
    return Route.ALL.stream().filter(route -> !route.isOfTenantPlane());
  }

  @ParameterizedTest
  @MethodSource("controlPlane")
  void aControlPlaneRouteIsForThoseWhoMay(Route route) {
    boolean named = !route.path().equals("/tenants/current");

    assertAnswers(
        route, bearer -> route.send(named ? api(bearer) : api(bearer).forTenant(own), own, ""));
  }

  @ParameterizedTest
  @MethodSource("tenantPlane")
  void aTenantPlaneRouteIsForThoseWhoMayByHeader(Route route) {
    assertAnswers(route, bearer -> route.send(api(bearer).forTenant(own), own, ""));
  }

  @ParameterizedTest
  @MethodSource("tenantPlane")
  void aTenantPlaneRouteIsForThoseWhoMayByHost(Route route) {
    assertAnswers(
        route, bearer -> route.send(api(bearer).with("Host", own + ".localhost"), own, ""));
  }

  @ParameterizedTest
  @MethodSource("tenantPlane")
  void aTenantPlaneRouteIsForThoseWhoMayByPath(Route route) {
    assertAnswers(route, bearer -> route.send(api(bearer), own, "/tenants/" + own));
  }

  @ParameterizedTest
  @MethodSource("tenantPlane")
  void aTenantPlaneRouteWithoutATenantIsForNobody(Route route) {
    assertEquals("401 UNAUTHENTICATED", seen(route.send(api(Bearer.NOBODY), own, "")));
    assertEquals(
        route.right().withoutATenant(), seen(route.send(api(Bearer.SUPER_ADMIN), own, "")));
  }

  private static void assertAnswers(Route route, Function<Bearer, Api.Answer> sending) {
    Map<Bearer, String> expected =
        answers(bearer -> route.right().answerTo(bearer, route.served()));

    Map<Bearer, String> actual = answers(bearer -> seen(sending.apply(bearer)));

    assertEquals(expected, actual, route.operation());
  }

  private static Map<Bearer, String> answers(Function<Bearer, String> answer) {
    return Arrays.stream(Bearer.values())
        .collect(
            Collectors.toMap(bearer -> bearer, answer, (one, two) -> one, java.util.TreeMap::new));
  }

  private static String seen(Api.Answer answer) {
    return (answer.status() + " " + answer.code()).strip();
  }

  private static Api api(Bearer bearer) {
    return bearer.api(own, other);
  }
}
