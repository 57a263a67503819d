package io.aegisx.tenancy.provisioning.migration;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;
import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings a tenant's schema to the newest version in the caller's transaction, and leaves exactly
 * what Flyway leaves: the same objects, and a history that Flyway goes on with. Flyway itself takes
 * several times as long, which counts for thousands of tenants. Blocks.
 */
@ApplicationScoped
public class QuickMigration {

  /** As Flyway makes it (12.0, {@code PostgreSQLDatabase.getRawCreateScript}). */
  private static final String CREATE_HISTORY =
      """
      CREATE TABLE {history} (
        installed_rank INT NOT NULL,
        version VARCHAR(50),
        description VARCHAR(200) NOT NULL,
        type VARCHAR(20) NOT NULL,
        script VARCHAR(1000) NOT NULL,
        checksum INTEGER,
        installed_by VARCHAR(100) NOT NULL,
        installed_on TIMESTAMP NOT NULL DEFAULT now(),
        execution_time INTEGER NOT NULL,
        success BOOLEAN NOT NULL
      );
      ALTER TABLE {history} ADD CONSTRAINT {name_pk} PRIMARY KEY (installed_rank);
      CREATE INDEX {name_index} ON {history} (success);
      """;

  private static final String RECORD =
      "INSERT INTO {history} (installed_rank, version, description, type, script, checksum,"
          + " installed_by, execution_time, success)"
          + " SELECT coalesce(max(installed_rank), 0) + 1, ?, ?, ?, ?, ?, current_user, ?, true"
          + " FROM {history}";

  private final TenantScripts scripts;

  QuickMigration(TenantScripts scripts) {
    this.scripts = scripts;
  }

  /**
   * Runs what is missing.
   *
   * @return whether it is done; if not, the history is not a plain beginning of ours, nothing was
   *     changed, and Flyway has to say what is wrong with it
   */
  public boolean migrate(Connection connection, String schema) throws SQLException {
    return migrate(connection, schema, Integer.MAX_VALUE);
  }

  /**
   * The same up to a version.
   *
   * @param last the newest version to migrate to
   */
  public boolean migrate(Connection connection, String schema, int last) throws SQLException {
    String history = quote(schema) + "." + TenantMigrations.HISTORY;
    if (!exists(connection, schema)) {
      execute(connection, of(CREATE_HISTORY, history));
    }
    List<Migration> all =
        scripts.all().stream().filter(migration -> migration.version() <= last).toList();
    List<String> applied = applied(connection, history);
    List<String> expected = all.stream().map(QuickMigration::told).toList();
    if (applied.size() > all.size() || !applied.equals(expected.subList(0, applied.size()))) {
      return false;
    }
    execute(connection, "SET LOCAL search_path TO " + quote(schema));
    for (Migration migration : all.subList(applied.size(), all.size())) {
      run(connection, history, migration);
    }
    return true;
  }

  private static boolean exists(Connection connection, String schema) throws SQLException {
    String name = schema + "." + TenantMigrations.HISTORY;
    return !AdminConnections.texts(
            connection, "SELECT 1 WHERE to_regclass(" + literal(name) + ") IS NOT NULL")
        .isEmpty();
  }

  private static List<String> applied(Connection connection, String history) throws SQLException {
    return AdminConnections.texts(
        connection,
        "SELECT concat_ws(' ', version, checksum, success) FROM "
            + history
            + " WHERE type <> 'SCHEMA' ORDER BY installed_rank");
  }

  private static String told(Migration migration) {
    return migration.version() + " " + migration.checksum() + " t";
  }

  private static void run(Connection connection, String history, Migration migration)
      throws SQLException {
    long begun = System.nanoTime();
    execute(connection, migration.sql());
    int millis = (int) ((System.nanoTime() - begun) / 1_000_000);
    try (PreparedStatement record = connection.prepareStatement(of(RECORD, history))) {
      record.setString(1, Integer.toString(migration.version()));
      record.setString(2, migration.description());
      record.setString(3, migration.type());
      record.setString(4, migration.script());
      record.setInt(5, migration.checksum());
      record.setInt(6, millis);
      record.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String of(String sql, String history) {
    return sql.replace("{history}", history)
        .replace("{name_pk}", TenantMigrations.HISTORY + "_pk")
        .replace("{name_index}", TenantMigrations.HISTORY + "_s_idx");
  }
}
