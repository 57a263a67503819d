package io.aegisx.tenancy.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.RawHttp;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see, on a port of its own, of a service with labels for two tenants. */
class ManagementPortIT {

  private static ServiceStack stack;
  private static ServiceProcess service;
  private static List<JsonObject> tenants;

  @BeforeAll
  static void startAndMakeFourTenants() {
    stack = ServiceStack.start("management");
    Map<String, String> environment = stack.environment();
    environment.put("TENANCY_MONITORING_LABELLED_TENANTS", "2");
    service = ServiceProcess.start(environment).awaitReady();
    tenants =
        List.of(
            tenant("shared_database"),
            tenant("schema_per_tenant"),
            tenant("database_per_tenant"),
            tenant("shared_database"));
    for (JsonObject tenant : tenants) {
      member(tenant).get("/users");
    }
    member(tenants.get(0)).get("/users");
    member(tenants.get(0)).send("DELETE", "/users", null);
    admin(tenants.get(0)).post("/users", Fixtures.user("ann@example.com"));
    fetch(tenants.get(0));
  }

  @AfterAll
  static void stop() {
    service.close();
    stack.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void healthIsUp(String kind) {
    Api.Answer health = service.management().get("/q/health/" + kind);

    assertEquals(200, health.status());
    assertEquals("UP", health.json().getString("status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics"})
  void nothingOfItIsOnThePortOfTheApi(String path) {
    assertEquals("NOT_FOUND", service.api().get(path).code());
  }

  @Test
  void theDescriptionIsOnThePortOfTheApi() {
    assertTrue(service.api().get("/q/openapi").text().contains("openapi: 3."));
    assertTrue(
        service.api().get("/q/openapi?format=json").json().getJsonObject("paths").size() > 5);
    assertTrue(service.api().get("/q/swagger-ui/").text().contains("/q/openapi"));
    assertEquals(404, service.management().get("/q/openapi").status());
    assertEquals(404, service.management().get("/q/swagger-ui/").status());
    assertEquals(404, service.management().get("/users").status());
  }

  @Test
  void readinessCountsTheStoragesThatAnswer() {
    String database = "tenant_" + tenants.get(2).getString("id").replace("-", "");
    assertEquals(Map.of("tried", 4, "reachable", 4), storages());
    stack.sql(
        "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + database
            + "'");

    assertEquals(Map.of("tried", 4, "reachable", 3), storages());
    assertEquals(200, service.management().get("/q/health/ready").status());

    stack.sql("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    assertEquals(Map.of("tried", 4, "reachable", 4), storages());
  }

  @Test
  void withoutTheRegistryTheServiceIsAliveButNotReady() {
    stack.sql(
        "ALTER ROLE aegisx_app NOLOGIN",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'aegisx_app'");
    try {
      Api.Answer ready = service.management().get("/q/health/ready");
      assertEquals(503, ready.status());
      assertEquals("the registry cannot be reached", data(ready).getString("reason"));
      assertEquals(200, service.management().get("/q/health/live").status());
      assertEquals("STORAGE_UNAVAILABLE", member(tenants.get(1)).get("/users").code());
    } finally {
      stack.sql("ALTER ROLE aegisx_app LOGIN");
    }
    service.awaitReady();
    assertEquals(200, member(tenants.get(1)).get("/users").status());
  }

  @Test
  void eachMetricHasTheLabelsOfTheContract() {
    assertEquals(Set.of("method", "status", "tenant_id"), labelNames("tenant_requests_total"));
    assertEquals(Set.of("tenant_id"), labelNames("tenant_db_connections"));
    assertEquals(Set.of("tenant_id"), labelNames("tenant_active_users"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenant_requests_total", "tenant_db_connections", "tenant_active_users"})
  void twoTenantsHaveALabelAndTheOthersShareOne(String metric) {
    Set<String> labels =
        lines(metric).stream()
            .map(line -> line.replaceAll(".*tenant_id=\"([^\"]*)\".*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(3, labels.size(), labels::toString);
    assertTrue(labels.contains(tenants.get(0).getString("id")), "the busiest: " + labels);
    assertTrue(labels.contains("other"), labels::toString);
  }

  @Test
  void thereIsOneSeriesForARouteHoweverManyTenantsIdsKeysAndPages() {
    String stranger = stack.issuer().member("stranger");
    for (JsonObject tenant : tenants) {
      String prefix = "/tenants/" + tenant.getString("subdomain");
      Api refused = service.api().withToken(stranger);
      refused.get(prefix);
      refused.get(prefix + "/users");
      refused.get(prefix + "/users/" + UUID.randomUUID());
      service.api().get(prefix + "/users");
      refused.get(prefix + "/config/key-of-" + tenant.getString("subdomain"));
      service.api().get("/console/tenants/" + tenant.getString("id") + "/usage");
    }

    Set<String> routes =
        lines("http_server_requests_seconds_count").stream()
            .map(line -> line.replaceAll(".*uri=\"([^\"]*)\".*", "$1"))
            .collect(Collectors.toSet());

    assertTrue(routes.containsAll(Set.of("/console/{page}", "/users")), routes::toString);
    for (JsonObject tenant : tenants) {
      String id = tenant.getString("id");
      String subdomain = tenant.getString("subdomain");
      assertTrue(
          routes.stream().noneMatch(route -> route.contains(id) || route.contains(subdomain)),
          routes::toString);
    }
  }

  @Test
  void requestsAreCountedByMethodAndStatusRefusedOnesToo() {
    String id = tenants.get(0).getString("id");

    assertTrue(value("tenant_requests_total", id, "GET", "200") >= 2);
    assertEquals(1, value("tenant_requests_total", id, "POST", "201"));
    assertEquals(1, value("tenant_requests_total", id, "DELETE", "405"));
    assertEquals(1, value("tenant_requests_total", id, "OTHER", "405"));
    assertFalse(service.management().get("/q/metrics").text().contains("FETCH"));
  }

  @Test
  void usersAreCountedOnce() {
    assertEquals(2, value("tenant_active_users", tenants.get(0).getString("id")));
  }

  private static Set<String> labelNames(String metric) {
    return lines(metric).stream()
        .flatMap(line -> Pattern.compile("(\\w+)=\"").matcher(line).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /** The value of the line that has all these label values. */
  private static double value(String metric, String... labels) {
    return lines(metric).stream()
        .filter(line -> labelValues(line).equals(Set.of(labels)))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static Set<String> labelValues(String line) {
    return Pattern.compile("=\"([^\"]*)\"")
        .matcher(line)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static List<String> lines(String metric) {
    List<String> lines =
        service
            .management()
            .get("/q/metrics")
            .text()
            .lines()
            .filter(line -> line.startsWith(metric + "{"))
            .toList();
    assertFalse(lines.isEmpty(), metric);
    return lines;
  }

  private static Map<String, Integer> storages() {
    JsonObject data = data(service.management().get("/q/health/ready"));
    return Map.of(
        "tried", data.getInteger("tenantStoragesTried"),
        "reachable", data.getInteger("tenantStoragesReachable"));
  }

  private static JsonObject data(Api.Answer health) {
    return health.json().getJsonArray("checks").stream()
        .map(JsonObject.class::cast)
        .filter(check -> check.getString("name").equals("tenancy"))
        .findFirst()
        .orElseThrow()
        .getJsonObject("data");
  }

  private static JsonObject tenant(String isolation) {
    String subdomain = Fixtures.subdomain();
    Api.Answer made =
        service
            .api()
            .withToken(stack.issuer().superAdmin())
            .post(
                "/tenants",
                new JsonObject()
                    .put("name", subdomain)
                    .put("subdomain", subdomain)
                    .put("isolation", isolation));
    assertEquals(201, made.status(), made.text());
    return made.json();
  }

  private static Api member(JsonObject tenant) {
    String subdomain = tenant.getString("subdomain");
    return service.api().withToken(stack.issuer().member(subdomain)).forTenant(subdomain);
  }

  private static Api admin(JsonObject tenant) {
    String subdomain = tenant.getString("subdomain");
    return service.api().withToken(stack.issuer().admin(subdomain)).forTenant(subdomain);
  }

  /** A method that HTTP does not know. */
  private static void fetch(JsonObject tenant) {
    RawHttp.to(service.api())
        .send(
            "FETCH /users HTTP/1.1",
            "Host: localhost",
            "X-Tenant-ID: " + tenant.getString("subdomain"));
  }
}
