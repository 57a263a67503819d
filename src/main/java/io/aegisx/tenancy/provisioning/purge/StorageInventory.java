package io.aegisx.tenancy.provisioning.purge;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;
import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.BoundJdbc;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Counts what a tenant has, before it goes. Blocks. */
@ApplicationScoped
class StorageInventory {

  private static final String TABLES =
      "SELECT CASE WHEN has_table_privilege(oid, 'SELECT') THEN '+' ELSE '-' END || relname"
          + " FROM pg_class WHERE relnamespace = to_regnamespace(%s) AND relkind IN ('r', 'p')"
          + " AND NOT relispartition AND relname <> 'flyway_schema_history' ORDER BY relname";

  private static final String BYTES =
      "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class"
          + " WHERE relnamespace = to_regnamespace(%s) AND relkind IN ('r', 'm')";

  private final AdminConnections connections;
  private final BoundJdbc bound;

  StorageInventory(AdminConnections connections, BoundJdbc bound) {
    this.connections = connections;
    this.bound = bound;
  }

  /**
   * The rows of each table, and where they are: {@code {"schema": …, "tables": {"users": 3},
   * "rows": 3}}, with {@code bytes} where the tables are the tenant's alone.
   */
  JsonObject of(Tenant tenant) throws SQLException {
    JsonObject found = new JsonObject().put("schema", tenant.placement().schema());
    if (tenant.placement() instanceof Placement.Database own) {
      found.put("database", own.database());
      if (!isThere(own.database())) {
        return found.put("tables", new JsonObject()).put("rows", 0L);
      }
    }
    found.put("tables", new JsonObject()).put("rows", 0L);
    bound.within(connections.of(tenant), tenant, connection -> count(connection, tenant, found));
    return found;
  }

  private boolean isThere(String database) throws SQLException {
    try (Connection main = connections.to(connections.mainDatabase()).getConnection()) {
      return !AdminConnections.texts(
              main,
              "SELECT 1 FROM pg_database WHERE datallowconn AND datname = " + literal(database))
          .isEmpty();
    }
  }

  private static void count(Connection connection, Tenant tenant, JsonObject found)
      throws SQLException {
    long bytes = 0;
    for (String schema : tenant.placement().schemas()) {
      String name = literal(quote(schema));
      for (String table : AdminConnections.texts(connection, TABLES.formatted(name))) {
        count(connection, schema, table, found);
      }
      bytes += number(connection, BYTES.formatted(name));
    }
    if (!(tenant.placement() instanceof Placement.Shared)) {
      found.put("bytes", bytes);
    }
  }

  /** What somebody else has made, and we may not read, is named without a number. */
  private static void count(Connection connection, String schema, String table, JsonObject found)
      throws SQLException {
    String name = table.substring(1);
    if (table.startsWith("-")) {
      found.getJsonObject("tables").putNull(name);
    } else {
      // Row security counts this tenant's rows only.
      long rows = number(connection, "SELECT count(*) FROM " + quote(schema) + "." + quote(name));
      found.getJsonObject("tables").put(name, rows);
      found.put("rows", found.getLong("rows") + rows);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    List<String> found = AdminConnections.texts(connection, sql);
    return Long.parseLong(found.get(0));
  }
}
