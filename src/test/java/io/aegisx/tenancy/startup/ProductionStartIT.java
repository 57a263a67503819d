package io.aegisx.tenancy.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged service, started as in production. */
class ProductionStartIT {

  private static final List<String> WITHOUT_DEFAULT =
      List.of(
          "DEFAULT_TENANT",
          "DB_ADMIN_HOST",
          "DB_ADMIN_PORT",
          "ENCRYPTION_SECRET",
          "OIDC_CLIENT_ID");

  private static ServiceStack stack;

  @BeforeAll
  static void startStack() {
    stack = ServiceStack.start("production");
  }

  @AfterAll
  static void stopStack() {
    stack.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DB_HOST,",
    "DB_USERNAME,",
    "DB_PASSWORD,",
    "OIDC_ISSUER,",
    "OIDC_ISSUER,not an address",
    "DB_PORT,70000",
    "DB_ADMIN_PASSWORD,",
    "TENANCY_STRATEGY,per_tenant",
    "TENANCY_STRATEGY,",
    "ENCRYPTION_SECRET,c2hvcnQ="
  })
  void aMissingOrWrongSettingStopsTheStartWithOneLineThatNamesIt(String name, String value) {
    Map<String, String> environment = stack.environment();
    environment.put(name, value == null ? "" : value);

    assertRefused(environment, name);
  }

  @ParameterizedTest
  @CsvSource({"DB_PASSWORD,wrong", "DB_ADMIN_PASSWORD,wrong", "DB_NAME,nowhere", "DB_PORT,1"})
  void aSettingThatTheServerRefusesIsNamed(String name, String value) {
    // The role exists: what is refused is the password, not the role.
    stack.sql(
        "DO $$ BEGIN CREATE ROLE aegisx_app LOGIN PASSWORD 'app-password';"
            + " EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    Map<String, String> environment = stack.environment();
    environment.put(name, value);

    assertRefused(environment, name);
  }

  @Test
  void anOptionalVariableThatIsEmptyCountsAsNotSet() {
    Map<String, String> environment = stack.environment();
    WITHOUT_DEFAULT.forEach(name -> environment.put(name, ""));
    try (ServiceProcess service = ServiceProcess.start(environment).awaitReady()) {
      Api.Answer tenants = service.api().withToken(stack.issuer().superAdmin()).get("/tenants");
      assertEquals(200, tenants.status(), tenants.text());
    }
  }

  @Test
  void aRunTimeRoleThatIsASuperuserIsRefused() {
    stack.sql("CREATE ROLE almighty SUPERUSER LOGIN PASSWORD 'x'");
    Map<String, String> environment = stack.environment();
    environment.put("DB_USERNAME", "almighty");

    assertRefused(environment, "almighty");
  }

  @Test
  void itServesWithNothingOfDevelopmentInside() {
    try (ServiceProcess service = ServiceProcess.start(stack.environment()).awaitReady()) {
      Api.Answer provider = service.api().get("/dev-idp/.well-known/openid-configuration");
      Api.Answer tenants = service.api().withToken(stack.issuer().superAdmin()).get("/tenants");

      assertEquals("NOT_FOUND", provider.code(), provider.text());
      assertEquals(200, tenants.status(), tenants.text());
    }
  }

  @Test
  void itStartsAndIsReadyWhileTheProviderIsDown() {
    stack.issuer().stop();
    try (ServiceProcess service = ServiceProcess.start(stack.environment()).awaitReady()) {
      Api root = service.api().withToken(stack.issuer().superAdmin());
      Api.Answer refused = root.get("/tenants");
      assertEquals("IDP_UNAVAILABLE", refused.code(), refused.text());

      stack.issuer().start();
      assertEquals(200, root.get("/tenants").status());
    } finally {
      stack.issuer().stop();
      stack.issuer().start();
    }
  }

  private static void assertRefused(Map<String, String> environment, String named) {
    try (ServiceProcess service = ServiceProcess.start(new HashMap<>(environment))) {
      int code = service.awaitExit();
      List<String> lines = service.output().lines().filter(line -> !line.isBlank()).toList();
      assertNotEquals(0, code);
      assertTrue(lines.get(lines.size() - 1).contains(named), service.output());
      assertFalse(service.output().contains("\tat "), service.output());
    }
  }
}
