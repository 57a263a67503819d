package io.aegisx.tenancy.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to a tenant's storage leaves what Flyway leaves, as the shared tables show. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class StorageEquivalenceTest {

  private static final String CATALOG =
      """
      SELECT line FROM (
        SELECT format('column %s.%s %s %s %s %s', c.relname, a.attname, a.attnum,
                 format_type(a.atttypid, a.atttypmod), a.attnotnull,
                 pg_get_expr(d.adbin, d.adrelid)) AS line
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
          LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
         WHERE c.relnamespace = '{schema}'::regnamespace AND c.relkind IN ('r', 'p')
        UNION ALL
        SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
          FROM pg_constraint WHERE connamespace = '{schema}'::regnamespace
        UNION ALL
        SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = '{schema}'
        UNION ALL
        SELECT format('policy %s %s %s %s %s %s', tablename, policyname, permissive, cmd, qual,
                 with_check) FROM pg_policies WHERE schemaname = '{schema}'
        UNION ALL
        SELECT format('table %s %s %s %s %s', relname, relkind, relrowsecurity, relforcerowsecurity,
                 relacl)
          FROM pg_class WHERE relnamespace = '{schema}'::regnamespace AND relkind IN ('r', 'p')
        UNION ALL
        SELECT format('function %s', pg_get_functiondef(oid)) FROM pg_proc
         WHERE pronamespace = '{schema}'::regnamespace
        UNION ALL
        SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t
          JOIN pg_class c ON c.oid = t.tgrelid
         WHERE c.relnamespace = '{schema}'::regnamespace AND NOT t.tgisinternal
        UNION ALL
        SELECT format('history %s %s %s %s %s %s %s %s', installed_rank, version, description, type,
                 script, checksum, installed_by, success) FROM {schema}.flyway_schema_history WHERE type <> 'SCHEMA'
      ) AS catalog ORDER BY 1
      """;

  @ParameterizedTest
  @ValueSource(strings = {"schema_per_tenant", "database_per_tenant"})
  void aTenantsStorageIsWhatFlywayMakes(String isolation) {
    JsonObject tenant = Fixtures.tenant(isolation);
    boolean own = isolation.equals("database_per_tenant");
    String schema = own ? "app" : schemaOf(tenant);
    String database = own ? databaseOf(tenant) : LocalPostgres.DATABASE;

    List<String> expected = catalog(LocalPostgres.DATABASE, "shared");
    List<String> actual = catalog(database, schema);

    assertFalse(expected.isEmpty());
    assertEquals(String.join("\n", expected), String.join("\n", actual));
  }

  @Test
  void flywayItselfFindsNothingToComplainOfAndNothingToDo() {
    Flyway flyway =
        Flyway.configure()
            .dataSource(
                "jdbc:postgresql://127.0.0.1:"
                    + ServiceResource.postgres().port()
                    + "/"
                    + LocalPostgres.DATABASE,
                LocalPostgres.ADMIN,
                LocalPostgres.ADMIN_PASSWORD)
            .schemas(schemaOf(Fixtures.tenant("schema_per_tenant")))
            .locations("classpath:db/tenant")
            .load();

    ValidateResult validated = flyway.validateWithResult();

    assertTrue(validated.validationSuccessful, validated.getAllErrorMessages());
    assertEquals(0, flyway.info().pending().length);
    assertEquals(0, flyway.migrate().migrationsExecuted);
  }

  private static List<String> catalog(String database, String schema) {
    return Superuser.ofService().textsIn(database, CATALOG.replace("{schema}", schema)).stream()
        .map(line -> line.replace("app.tenant_id", "T").replace("aegisx_app", "R"))
        .map(line -> line.replace(schema, "S"))
        .sorted()
        .toList();
  }

  private static String schemaOf(JsonObject tenant) {
    return "tenant_" + tenant.getString("id").replace("-", "");
  }

  private static String databaseOf(JsonObject tenant) {
    return Superuser.ofService()
        .texts(
            "SELECT datname FROM pg_database WHERE datname LIKE '%"
                + tenant.getString("id").replace("-", "")
                + "'")
        .get(0);
  }
}
