package io.aegisx.tenancy.provisioning.migration;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a schema to the newest version by Flyway, with its history inside that schema. */
@ApplicationScoped
public class TenantMigrations {

  /** The schema of the control plane. */
  public static final String REGISTRY_SCHEMA = "registry";

  /** The name of the table in which Flyway keeps what it has done. */
  public static final String HISTORY = "flyway_schema_history";

  private static final String REGISTRY = "db/registry";
  private static final String TENANT = "db/tenant";

  private final Flyway template;

  TenantMigrations(@FlywayDataSource("ddl") Flyway template) {
    this.template = template;
  }

  public void migrateRegistry(DataSource source) {
    migrate(source, REGISTRY_SCHEMA, REGISTRY);
  }

  public void migrateTenantTables(DataSource source, String schema) {
    migrate(source, schema, TENANT);
  }

  private void migrate(DataSource source, String schema, String location) {
    // The template carries the list of migrations that was made at build time: nothing is scanned.
    Flyway flyway =
        Flyway.configure()
            .configuration(template.getConfiguration())
            .dataSource(source)
            .resourceProvider(
                new MigrationFolder(template.getConfiguration().getResourceProvider(), location))
            .schemas(schema)
            .defaultSchema(schema)
            .createSchemas(true)
            .table(HISTORY)
            .load();
    try {
      flyway.migrate();
    } catch (FlywayException failure) {
      throw new MigrationFailedException(schema, failure);
    }
  }
}
