package io.aegisx.tenancy.provisioning.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plants each fault that would let tenants see each other, and expects it to be named. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class SelfCheckTest {

  @Inject SelfCheck selfCheck;

  @Test
  void findsNothingInWhatTheServiceHasMade() throws SQLException {
    Fixtures.tenant("schema_per_tenant");

    assertEquals(List.of(), selfCheck.findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER ROLE aegisx_app SUPERUSER | ALTER ROLE aegisx_app NOSUPERUSER | superuser",
        "ALTER ROLE aegisx_app BYPASSRLS | ALTER ROLE aegisx_app NOBYPASSRLS | BYPASSRLS",
        "ALTER ROLE aegisx_app CREATEROLE | ALTER ROLE aegisx_app NOCREATEROLE | CREATEROLE",
        "CREATE TABLE shared.mine (tenant_id uuid NOT NULL); ALTER TABLE shared.mine OWNER TO"
            + " aegisx_app | DROP TABLE shared.mine | mine is owned",
        "ALTER SCHEMA shared OWNER TO aegisx_app | ALTER SCHEMA shared OWNER TO aegisx_admin; GRANT"
            + " USAGE ON SCHEMA shared TO aegisx_app | schema shared is owned",
        "REVOKE USAGE ON SCHEMA shared FROM aegisx_app | GRANT USAGE ON SCHEMA shared TO aegisx_app"
            + " | may not use schema shared",
        "GRANT TRUNCATE ON shared.users TO aegisx_app | REVOKE TRUNCATE ON shared.users FROM"
            + " aegisx_app | TRUNCATE on shared.users",
        "GRANT TRIGGER ON shared.orders TO PUBLIC | REVOKE TRIGGER ON shared.orders FROM PUBLIC"
            + " | TRIGGER on shared.orders",
        "GRANT CREATE ON SCHEMA shared TO aegisx_app | REVOKE CREATE ON SCHEMA shared FROM"
            + " aegisx_app | create objects in schema shared",
        "ALTER TABLE shared.users NO FORCE ROW LEVEL SECURITY | ALTER TABLE shared.users FORCE ROW"
            + " LEVEL SECURITY | table shared.users",
        "ALTER TABLE shared.users DISABLE ROW LEVEL SECURITY | ALTER TABLE shared.users ENABLE ROW"
            + " LEVEL SECURITY | table shared.users",
        "CREATE TABLE shared.notes (id uuid) | DROP TABLE shared.notes | table shared.notes",
        "ALTER POLICY tenant ON shared.products USING (true) | ALTER POLICY tenant ON"
            + " shared.products USING (tenant_id = current_setting('app.tenant_id')::uuid)"
            + " | policy tenant on shared.products",
        "CREATE POLICY more ON shared.products USING (true) | DROP POLICY more ON shared.products"
            + " | policy more on shared.products",
        "CREATE VIEW shared.all_users AS SELECT * FROM shared.users; GRANT SELECT ON"
            + " shared.all_users TO aegisx_app | DROP VIEW shared.all_users | view shared.all_users",
        "CREATE ROLE mighty BYPASSRLS; GRANT mighty TO aegisx_app | DROP ROLE mighty | mighty"
      })
  void namesTheObjectThatWouldLetTenantsSeeEachOther(String plant, String undo, String named)
      throws SQLException {
    sql(plant);
    try {
      List<String> findings = selfCheck.findings();

      assertTrue(
          findings.stream().anyMatch(finding -> finding.contains(named)), findings.toString());
    } finally {
      sql(undo);
    }
    assertEquals(List.of(), selfCheck.findings());
  }

  private static void sql(String sql) throws SQLException {
    try (Connection connection = ServiceResource.postgres().superuser(LocalPostgres.DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
