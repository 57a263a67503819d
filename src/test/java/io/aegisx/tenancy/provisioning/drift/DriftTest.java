package io.aegisx.tenancy.provisioning.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas that say that they have a version, and are not what it makes. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class DriftTest {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  @Inject DriftCheck check;

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void leaveNoDrift() {
    made.forEach(tenant -> Fixtures.root().delete("/tenants/" + tenant + "?purge=true"));
  }

  @Test
  void newTenantsAndTheSharedTablesAreWhatTheyShouldBe() {
    String schema = tenant("schema_per_tenant");
    String another = tenant("schema_per_tenant");
    String database = tenant("database_per_tenant");

    List<DriftReport> reports = compare(schema, another, database);

    assertEquals(3, reports.size());
    for (DriftReport report : reports) {
      assertEquals(List.of(), report.differences());
      assertEquals(report.expected(), report.fingerprint());
    }
    DriftReport shared = check.shared().await().atMost(LONG_ENOUGH);
    assertEquals(List.of(), shared.differences());
    assertEquals(shared.expected(), shared.fingerprint());
    assertEquals(
        1, reports.stream().map(DriftReport::version).distinct().count(), reports::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE {s}.users ALTER email DROP NOT NULL"
            + " | column users.email is: text, expected: text NOT NULL",
        "ALTER TABLE {s}.users ALTER version TYPE numeric"
            + " | column users.version is: numeric NOT NULL DEFAULT 0, expected: bigint",
        "ALTER TABLE {s}.users ADD nick text | column users.nick is not expected: text",
        "DROP TABLE {s}.order_lines | table order_lines is missing",
        "CREATE TABLE {s}.notes (line text PRIMARY KEY) | table notes is not expected",
        "DROP INDEX {s}.users_email | index users_email is missing",
        "CREATE INDEX extra ON {s}.users (name)"
            + " | index extra is not expected: CREATE INDEX extra ON users USING btree (name)",
        "ALTER TABLE {s}.products DROP CONSTRAINT products_stock_check"
            + " | constraint products_stock_check on products is missing",
        "ALTER TABLE {s}.users DISABLE ROW LEVEL SECURITY | table users is: owner",
        "ALTER TABLE {s}.users NO FORCE ROW LEVEL SECURITY | table users is: owner",
        "DROP POLICY tenant ON {s}.users | policy tenant on users is missing",
        "CREATE POLICY open ON {s}.users USING (true)"
            + " | policy open on users is not expected: permissive for all to public using true",
        "GRANT TRUNCATE ON {s}.users TO aegisx_app | table users is: owner",
        "ALTER TABLE {s}.audit DISABLE TRIGGER chain_audit | trigger chain_audit on audit is:",
        "CREATE OR REPLACE FUNCTION {s}.chain_audit() RETURNS trigger LANGUAGE plpgsql"
            + " SET search_path = pg_catalog AS 'BEGIN RETURN NEW; END'"
            + " | function chain_audit() is: returns trigger plpgsql",
        "CREATE SEQUENCE {s}.extra | sequence extra is not expected",
        "CREATE TYPE {s}.mood AS ENUM ('glad') | type mood is not expected: enum glad",
        "CREATE VIEW {s}.everybody AS SELECT 1 AS one | view everybody is not expected",
        "DELETE FROM {s}.flyway_schema_history WHERE version = '3' | migration 3 is missing",
        "UPDATE {s}.flyway_schema_history SET checksum = 1 WHERE version = '2'"
            + " | migration 2 is: checksum 1, expected: checksum",
        "DROP SCHEMA {s} CASCADE | the schema is missing"
      })
  void whatDiffersIsSaidInWords(String change, String words) {
    String drifted = tenant("schema_per_tenant");
    change(drifted, change);

    DriftReport report = compare(drifted).get(0);

    assertEquals(1, report.differences().size(), report::toString);
    assertTrue(report.differences().get(0).startsWith(words), report::toString);
    assertNotEquals(report.expected(), report.fingerprint());
  }

  @Test
  void oneTenantsDriftIsNotAnothers() {
    String drifted = tenant("database_per_tenant");
    String fine = tenant("database_per_tenant");
    change(drifted, "ALTER TABLE {s}.users ADD nick text");

    for (DriftReport report : compare(drifted, fine)) {
      boolean expected = report.tenant().orElseThrow().subdomain().value().equals(drifted);
      assertEquals(expected, report.differs(), report::toString);
    }
  }

  @Test
  void aTenantThatIsBehindIsComparedWithTheVersionThatItHas() {
    String behind = tenant("schema_per_tenant");
    change(
        behind,
        "DROP TABLE {s}.audit, {s}.audit_head",
        "DROP FUNCTION {s}.chain_audit",
        "ALTER TABLE {s}.configuration DROP COLUMN secret, DROP COLUMN version",
        "ALTER TABLE {s}.configuration ALTER COLUMN value SET NOT NULL",
        "DELETE FROM {s}.flyway_schema_history WHERE version = '3'");
    assertTrue(compare(behind).get(0).differs());

    Superuser.ofService()
        .run(
            "UPDATE registry.storage_versions SET version = 2 WHERE tenant_id ="
                + " (SELECT id FROM registry.tenants WHERE subdomain = '"
                + behind
                + "')");

    assertEquals(List.of(), compare(behind).get(0).differences());
    assertEquals(2, compare(behind).get(0).version());
  }

  @Test
  void aDatabaseThatIsGoneIsSaidToBe() {
    String tenant = tenant("database_per_tenant");
    String database = storage(tenant);
    Superuser.ofService().run("DROP DATABASE " + database + " WITH (FORCE)");

    assertEquals(
        List.of("database " + database + " is missing"), compare(tenant).get(0).differences());
  }

  @Test
  void theReferenceLeavesNothing() {
    compare(tenant("schema_per_tenant"));

    assertFalse(
        Superuser.ofService()
            .texts("SELECT 1 FROM pg_namespace WHERE nspname LIKE 'reference%'")
            .contains("1"));
  }

  private String tenant(String isolation) {
    JsonObject tenant = Fixtures.tenant(isolation);
    made.add(tenant.getString("subdomain"));
    return tenant.getString("subdomain");
  }

  private List<DriftReport> compare(String... subdomains) {
    return check
        .run(tenant -> List.of(subdomains).contains(tenant.subdomain().value()), 2)
        .collect()
        .asList()
        .await()
        .atMost(LONG_ENOUGH);
  }

  private static void change(String subdomain, String... statements) {
    JsonObject tenant = Fixtures.root().get("/tenants/" + subdomain).json();
    boolean own = tenant.getString("isolation").equals("database_per_tenant");
    String storage = storage(subdomain);
    for (String statement : statements) {
      Superuser.ofService()
          .in(
              own ? storage : LocalPostgres.DATABASE,
              statement.replace("{s}", own ? "app" : storage));
    }
  }

  private static String storage(String subdomain) {
    String id = Fixtures.root().get("/tenants/" + subdomain).json().getString("id");
    return "tenant_" + id.replace("-", "");
  }
}
