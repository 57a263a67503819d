package io.aegisx.tenancy.benchmark;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Installation;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What it takes to make a tenant with a schema, by the API and ready to be asked, against the same
 * SQL run by {@code psql}, which has to be on the path.
 */
@Tag("benchmark")
class OnboardingBenchmarkIT {

  private static final int WARM_UP = 60;
  private static final int ROUNDS = 60;

  @Test
  void aTenantWithASchemaAgainstPsql() throws Exception {
    try (Installation service = Installation.start("onboarding", Map.of())) {
      List<Double> byApi = new ArrayList<>();
      List<Double> byPsql = new ArrayList<>();
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        String name = "bench-" + i;
        double psql = millis(() -> psql(service, "by_psql_" + name.replace('-', '_')));
        double api = millis(() -> create(service, name));
        if (i >= WARM_UP) {
          byPsql.add(psql);
          byApi.add(api);
        }
      }
      double api = Throughput.median(byApi);
      double psql = Throughput.median(byPsql);
      System.out.printf(
          "BENCHMARK onboarding, schema_per_tenant: POST /tenants %.0f ms, psql %.0f ms, ratio %.2f%n",
          api, psql, api / psql);
    }
  }

  private static void create(Installation service, String name) {
    Api.Answer made =
        service
            .root()
            .post(
                "/tenants",
                new JsonObject()
                    .put("name", name)
                    .put("subdomain", name)
                    .put("isolation", "schema_per_tenant"));
    if (made.status() != 201) {
      throw new IllegalStateException(made.text());
    }
  }

  /** The migrations, in one transaction, in a schema of their own. */
  private static void psql(Installation service, String schema) {
    try {
      Path script = Files.createTempFile("onboarding", ".sql");
      Files.writeString(script, script(schema));
      ProcessBuilder builder =
          new ProcessBuilder(
                  "psql",
                  "-qX",
                  "-v",
                  "ON_ERROR_STOP=1",
                  "-h",
                  "127.0.0.1",
                  "-p",
                  Integer.toString(service.stack().databasePort()),
                  "-U",
                  "aegisx_admin",
                  "-f",
                  script.toString(),
                  "aegisx")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("PGPASSWORD", "admin");
      if (builder.start().waitFor() != 0) {
        throw new IllegalStateException("psql failed");
      }
      Files.delete(script);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String script(String schema) throws IOException {
    StringBuilder sql = new StringBuilder("BEGIN;\nCREATE SCHEMA " + schema + ";\n");
    sql.append("SET LOCAL search_path TO ").append(schema).append(";\n");
    sql.append("SET LOCAL app.tenant_id TO '00000000-0000-7000-8000-000000000001';\n");
    try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/tenant"))) {
      for (Path migration : scripts.sorted().toList()) {
        sql.append(Files.readString(migration)).append("\n");
      }
    }
    sql.append("GRANT USAGE ON SCHEMA ").append(schema).append(" TO aegisx_app;\n");
    sql.append("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ")
        .append(schema)
        .append(" TO aegisx_app;\n");
    sql.append("INSERT INTO residence DEFAULT VALUES;\n");
    sql.append("INSERT INTO roles (name, description) VALUES ('tenant-admin', 'x'),");
    sql.append(" ('member', 'x');\n");
    sql.append("INSERT INTO configuration (key, value) VALUES ('locale', '\"en\"');\nCOMMIT;\n");
    return sql.toString();
  }

  private static double millis(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e6;
  }
}
