package io.aegisx.tenancy.prover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Superuser;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plants each fault that would let tenants see each other, and expects the prover to find it. */
class IsolationProverIT {

  /** The canary with a database of its own. */
  private static final String OWN_DATABASE = "tenant_00000000000080008000000000000003";

  private static Installation installation;

  @BeforeAll
  static void start() {
    installation = Installation.start("prover", Map.of("TENANCY_PROVER_INTERVAL", "1h"));
    installation.tenant("somebody", "schema_per_tenant");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void everyCheckIsTriedAndHoldsWhereNothingIsWrong() {
    JsonObject report = prove();

    assertEquals("isolated", report.getString("verdict"), report.encodePrettily());
    assertEquals(3, report.getJsonArray("canaries").size());
    assertEquals(Check.values().length, report.getJsonArray("checks").size());
    for (Object check : report.getJsonArray("checks")) {
      assertTrue(((JsonObject) check).getInteger("held") > 0, check.toString());
    }
    assertEquals(200, ready().status());
    assertTrue(
        metrics().contains("tenancy_isolation_trials{check=\"catalog\",outcome=\"broken\"} 0.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER POLICY tenant ON shared.users USING (true) | ALTER POLICY tenant ON shared.users USING"
            + " (tenant_id = current_setting('app.tenant_id')::uuid) | statements | counts users",
        "ALTER POLICY tenant ON shared.products USING (true) WITH CHECK (true) | ALTER POLICY tenant"
            + " ON shared.products USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH"
            + " CHECK (tenant_id = current_setting('app.tenant_id')::uuid) | catalog | shared.products",
        "DROP POLICY tenant ON shared.orders | CREATE POLICY tenant ON shared.orders USING (tenant_id"
            + " = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id ="
            + " current_setting('app.tenant_id')::uuid) | catalog | shared.orders",
        "ALTER TABLE shared.users NO FORCE ROW LEVEL SECURITY; ALTER TABLE shared.users OWNER TO"
            + " aegisx_app | ALTER TABLE shared.users OWNER TO aegisx_admin; ALTER TABLE"
            + " shared.users FORCE ROW LEVEL SECURITY; GRANT SELECT, INSERT, UPDATE, DELETE ON"
            + " shared.users TO aegisx_app | catalog | users is owned",
        "GRANT TRUNCATE ON shared.users TO aegisx_app | REVOKE TRUNCATE ON shared.users FROM"
            + " aegisx_app | catalog | TRUNCATE on shared.users",
        "ALTER ROLE aegisx_app BYPASSRLS | ALTER ROLE aegisx_app NOBYPASSRLS | catalog | has BYPASSRLS",
        "CREATE FUNCTION shared.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT 1::bigint'"
            + " | DROP FUNCTION shared.peek() | catalog | shared.peek",
        "ALTER ROLE aegisx_app SET search_path TO shared | ALTER ROLE aegisx_app SET search_path TO"
            + " pg_catalog | catalog | searches shared",
        "CREATE UNIQUE INDEX by_sku ON shared.products (sku, tenant_id) | DROP INDEX shared.by_sku"
            + " | catalog | index by_sku",
        "CREATE TABLE shared.notes (id uuid) | DROP TABLE shared.notes | catalog | table shared.notes"
      })
  void aFaultInTheMainDatabaseIsFound(String plant, String undo, String check, String named) {
    Superuser superuser = installation.stack().superuser();
    superuser.run(plant);
    try {
      assertFound(check, named);
    } finally {
      superuser.run(undo);
    }
    assertEquals("isolated", prove().getString("verdict"));
    assertEquals(200, ready().status());
  }

  @Test
  void aFaultInATenantsDatabaseIsFound() {
    Superuser superuser = installation.stack().superuser();
    superuser.in(OWN_DATABASE, "GRANT TRUNCATE ON app.users TO aegisx_app");
    try {
      assertFound("catalog", "TRUNCATE on app.users");
    } finally {
      superuser.in(OWN_DATABASE, "REVOKE TRUNCATE ON app.users FROM aegisx_app");
    }
  }

  @Test
  void onlyTheReportIsShownAndOnlyToSuperAdmins() {
    assertEquals("FORBIDDEN", installation.admin("somebody").get("/isolation").code());
    assertEquals("FORBIDDEN", installation.admin("somebody").post("/isolation", "{}").code());
    assertEquals("UNAUTHENTICATED", installation.service().api().get("/isolation").code());
    assertEquals(200, installation.root().get("/isolation").status());
  }

  @Test
  void canariesAreNobodysBusiness() {
    String listed = installation.root().get("/tenants?limit=200").text();
    assertTrue(listed.contains("somebody") && !listed.contains("canary"), listed);
    JsonObject wanted = new JsonObject().put("name", "X").put("subdomain", "aegisx-canary-of-mine");
    assertEquals("VALIDATION_FAILED", installation.root().post("/tenants", wanted).code());
    assertTrue(!metrics().contains("00000000-0000-8000"), "canaries count as tenants");
  }

  private static void assertFound(String check, String named) {
    JsonObject report = prove();
    List<JsonObject> found =
        report.getJsonArray("findings").stream()
            .map(JsonObject.class::cast)
            .filter(finding -> finding.getString("check").equals(check))
            .filter(finding -> finding.getString("outcome").equals("broken"))
            .filter(
                finding ->
                    (finding.getString("what") + finding.getString("detail")).contains(named))
            .toList();
    assertEquals("broken", report.getString("verdict"), report.encodePrettily());
    assertTrue(!found.isEmpty(), report.encodePrettily());
    assertEquals(503, ready().status());
    assertTrue(ready().text().contains("\"isolation\""), ready().text());
  }

  private static JsonObject prove() {
    Api.Answer answer = installation.root().post("/isolation", "{}");
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static Api.Answer ready() {
    return installation.service().management().get("/q/health/ready");
  }

  private static String metrics() {
    return installation.service().management().get("/q/metrics").text();
  }
}
