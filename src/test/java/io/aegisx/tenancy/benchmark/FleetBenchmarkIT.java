package io.aegisx.tenancy.benchmark;

import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One migration over many schemas, and none over many more tenants. */
@Tag("benchmark")
class FleetBenchmarkIT {

  private static final int SCHEMAS = Integer.getInteger("benchmark.schemas", 1_000);
  private static final int TENANTS = 10_000;

  private static final String BACK_TO_THE_VERSION_BEFORE =
      """
      DO $$ DECLARE s text; BEGIN
        FOR s IN SELECT nspname FROM pg_namespace WHERE nspname ~ '^tenant_[0-9a-f]{32}$'
          AND nspname IN (SELECT 'tenant_' || replace(id::text, '-', '') FROM registry.tenants
            WHERE subdomain LIKE 'fleet-%') ORDER BY 1 OFFSET {offset} LIMIT 100 LOOP
          EXECUTE format('DROP TABLE %I.audit, %I.audit_head', s, s);
          EXECUTE format('DROP FUNCTION %I.chain_audit', s);
          EXECUTE format('ALTER TABLE %I.configuration DROP COLUMN secret, DROP COLUMN version', s);
          EXECUTE format('ALTER TABLE %I.configuration ALTER COLUMN value SET NOT NULL', s);
          EXECUTE format('DELETE FROM %I.flyway_schema_history WHERE version = ''3''', s);
        END LOOP;
      END $$
      """;

  private static final String REGISTER =
      "WITH made AS (INSERT INTO registry.tenants (id, name, subdomain, status, plan, isolation)"
          + " SELECT gen_random_uuid(), 'n' || n, 'idle-' || n, 'active', 'basic',"
          + " 'schema_per_tenant' FROM generate_series(1, "
          + TENANTS
          + ") n RETURNING id) INSERT INTO registry.storage_versions (tenant_id, version)"
          + " SELECT id, 3 FROM made";

  @Test
  void oneMigrationOverManySchemasAndNoneOverManyTenants() throws Exception {
    try (Installation service = Installation.start("fleet-benchmark", Map.of())) {
      JsonObject few = run(service);
      service.stack().sql(REGISTER, "ANALYZE");
      JsonObject many = run(service);
      service.stack().sql("DELETE FROM registry.tenants WHERE subdomain LIKE 'idle-%'");
      make(service);
      for (int offset = 0; offset < SCHEMAS; offset += 100) {
        service
            .stack()
            .sql(BACK_TO_THE_VERSION_BEFORE.replace("{offset}", Integer.toString(offset)));
      }
      service.stack().sql("UPDATE registry.storage_versions SET version = 2");
      JsonObject migrated = run(service);
      System.out.printf(
          "BENCHMARK migrate: %d schemas %d ms; nothing to do at %d tenants %d ms, at few %d ms%n",
          migrated.getInteger("migrated"),
          migrated.getLong("millis"),
          TENANTS,
          many.getLong("millis"),
          few.getLong("millis"));
    }
  }

  private static void make(Installation service) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> made = new ArrayList<>();
    for (int i = 0; i < SCHEMAS; i++) {
      String name = "fleet-" + i;
      made.add(threads.submit(() -> service.tenant(name, "schema_per_tenant")));
    }
    for (Future<?> one : made) {
      one.get();
    }
    threads.shutdown();
  }

  /** Its last line, which tells how long it took without the start of the process. */
  private static JsonObject run(Installation service) {
    try (ServiceProcess process = ServiceProcess.start(service.stack().environment(), "migrate")) {
      int code = process.awaitExit();
      List<String> lines = process.output().lines().toList();
      if (code != 0) {
        throw new IllegalStateException(process.output());
      }
      return new JsonObject(lines.get(lines.size() - 1));
    }
  }
}
