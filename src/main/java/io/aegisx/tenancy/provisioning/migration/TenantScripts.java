package io.aegisx.tenancy.provisioning.migration;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.tenant.Placement;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of tenants' tables in their order, as Flyway has run them on the shared tables.
 */
@ApplicationScoped
public class TenantScripts {

  private static final String HISTORY =
      "SELECT version, description, type, script, checksum FROM "
          + Placement.SHARED_SCHEMA
          + "."
          + TenantMigrations.HISTORY
          + " WHERE type = 'SQL' AND success ORDER BY installed_rank";

  private static final String RELATIONS =
      "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'S') AND relnamespace = '"
          + Placement.SHARED_SCHEMA
          + "'::regnamespace";

  private final AdminConnections connections;
  private final ResourceProvider resources;
  private volatile @Nullable List<Migration> known;
  private volatile @Nullable List<String> relations;

  TenantScripts(AdminConnections connections, @FlywayDataSource("ddl") Flyway template) {
    this.connections = connections;
    this.resources = template.getConfiguration().getResourceProvider();
  }

  /** The version that tenants' storage has when nothing is left to do. Blocks at first. */
  public int latest() throws SQLException {
    return all().stream().mapToInt(Migration::version).max().orElse(0);
  }

  /**
   * The names of all that the migrations make, and perhaps more: what is looked for by name is
   * found in the same time whatever the number of schemas, as the catalogs have no index by schema
   * alone.
   */
  public List<String> relations() throws SQLException {
    List<String> names = relations;
    if (names == null) {
      try (Connection connection = connections.to(connections.mainDatabase()).getConnection()) {
        names = List.copyOf(AdminConnections.texts(connection, RELATIONS));
      }
      relations = names;
    }
    return names;
  }

  /** To be called once the shared tables are migrated. */
  List<Migration> all() throws SQLException {
    List<Migration> read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private List<Migration> read() throws SQLException {
    try (Connection connection = connections.to(connections.mainDatabase()).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(HISTORY)) {
      List<Migration> migrations = new ArrayList<>();
      while (rows.next()) {
        migrations.add(
            new Migration(
                Integer.parseInt(rows.getString(1)),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getInt(5),
                text(rows.getString(4))));
      }
      return List.copyOf(migrations);
    }
  }

  private String text(String script) {
    try (Reader reader = Objects.requireNonNull(resources.getResource(script), script).read()) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
