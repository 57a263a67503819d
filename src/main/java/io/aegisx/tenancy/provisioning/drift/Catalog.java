package io.aegisx.tenancy.provisioning.drift;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.migration.TenantMigrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads what schemas have. Of many at once: the catalogs have no index by schema, and are read as a
 * whole each time. Blocks.
 */
final class Catalog {

  private Catalog() {}

  /** The facts of a schema in the transaction of the connection; none if it is not there. */
  static Facts of(Connection connection, String schema) throws SQLException {
    return of(connection, List.of(schema)).getOrDefault(schema, new Facts(List.of()));
  }

  /** The facts of each schema in the transaction of the connection; none of what is not there. */
  static Map<String, Facts> of(Connection connection, List<String> schemas) throws SQLException {
    // Names in the only schema are told without it; of several, each is taken out below.
    AdminConnections.execute(
        connection,
        "SET LOCAL search_path TO " + (schemas.size() == 1 ? quote(schemas.get(0)) : "pg_catalog"));
    Map<String, List<Fact>> found = new HashMap<>();
    try (PreparedStatement all = connection.prepareStatement(CatalogSql.ALL)) {
      all.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (ResultSet rows = all.executeQuery()) {
        while (rows.next()) {
          String schema = rows.getString(1);
          String own = schemas.size() == 1 ? "" : schema + ".";
          found
              .computeIfAbsent(schema, name -> new ArrayList<>())
              .add(
                  new Fact(
                      without(own, rows.getString(2)),
                      rows.getString(3),
                      without(own, rows.getString(4))));
        }
      }
    }
    for (Map.Entry<String, List<Fact>> entry : found.entrySet()) {
      addHistory(connection, entry.getKey(), entry.getValue());
    }
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Facts(entry.getValue())));
  }

  private static String without(String own, String definition) {
    return own.isEmpty() ? definition : definition.replace(own, "");
  }

  private static void addHistory(Connection connection, String schema, List<Fact> facts)
      throws SQLException {
    boolean there =
        facts.stream().anyMatch(fact -> fact.what().equals("table " + TenantMigrations.HISTORY));
    if (there) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(CatalogSql.HISTORY.replace("{schema}", quote(schema)))) {
        while (rows.next()) {
          facts.add(new Fact(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
    }
  }
}
