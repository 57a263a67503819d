package io.aegisx.tenancy.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Two replicas with layers that an operator has set. */
class ConfigurationReplicasIT {

  static final List<String> ISOLATIONS = List.of(Fixtures.ISOLATIONS);

  private static final Map<String, String> LAYERS =
      Map.of(
          "TENANCY_CONFIGURATION_PLATFORM_COLOUR", "\"red\"",
          "TENANCY_CONFIGURATION_PLATFORM_LOCALE", "\"fr\"",
          "TENANCY_CONFIGURATION_PLANS_ENTERPRISE_LOCALE", "\"it\"",
          "TENANCY_CONFIGURATION_MAX_KEYS", "4");

  private static Installation first;
  private static ServiceProcess second;

  @BeforeAll
  static void start() {
    first = Installation.start("configuration", LAYERS);
    Map<String, String> environment = new LinkedHashMap<>(first.stack().environment());
    environment.putAll(LAYERS);
    second = ServiceProcess.start(environment).awaitReady();
  }

  @AfterAll
  static void stop() throws Exception {
    second.close();
    first.close();
  }

  @ParameterizedTest
  @FieldSource("ISOLATIONS")
  void aChangeOnOneReplicaHoldsOnTheOtherWithinASecond(String isolation) {
    String name = Fixtures.subdomain();
    first.tenant(name, isolation);
    Api here = first.admin(name);
    Api there = new Api(second.api().base(), here.headers());
    for (int value = 0; value < 5; value++) {
      int expected = value;
      here.put("/config/shared", new JsonObject().put("value", value));
      Polling.await(
          Duration.ofSeconds(1),
          () -> there.get("/config/shared").json().getValue("value").equals(expected));
    }
    there.delete("/config/shared");
    Polling.await(
        Duration.ofSeconds(1), () -> here.get("/config/shared").code().equals("NOT_FOUND"));
  }

  @Test
  void eachValueSaysWhichLayerItComesFrom() {
    first.tenant("layers", "schema_per_tenant");
    Api admin = first.admin("layers");
    assertEquals("platform red", seen(admin, "colour"));
    admin.delete("/config/locale");
    assertEquals("plan it", seen(admin, "locale"));
    admin.put("/config/locale", new JsonObject().put("value", "de"));
    assertEquals("tenant de", seen(admin, "locale"));
    admin.delete("/config/locale");
    assertEquals("plan it", seen(admin, "locale"));
  }

  @Test
  void aTenantSetsNoMoreKeysThanItMay() {
    first.tenant("keys", "shared_database");
    Api admin = first.admin("keys");
    // Every tenant starts with two.
    assertEquals(200, admin.put("/config/a", new JsonObject().put("value", 1)).status());
    assertEquals(200, admin.put("/config/b", new JsonObject().put("value", 1)).status());
    Api.Answer refused = admin.put("/config/c", new JsonObject().put("value", 1));
    ProblemAssert.assertProblem(ErrorCode.QUOTA_EXCEEDED, refused);
    assertEquals(200, admin.put("/config/b", new JsonObject().put("value", 2)).status());
    admin.delete("/config/a");
    assertEquals(200, admin.put("/config/c", new JsonObject().put("value", 1)).status());
  }

  private static String seen(Api admin, String key) {
    JsonObject setting = admin.get("/config/" + key).json();
    return setting.getString("origin") + " " + setting.getString("value");
  }
}
