package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.provisioning.jdbc.BoundJdbc;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows that every tenant starts with: its residence, its roles and its configuration. */
@ApplicationScoped
class TenantDefaults {

  private static final String RESIDENCE =
      "INSERT INTO residence DEFAULT VALUES ON CONFLICT DO NOTHING";
  private static final String ROLE =
      "INSERT INTO roles (name, description) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String CONFIGURATION =
      "INSERT INTO configuration (key, value) VALUES (?, ?::jsonb) ON CONFLICT DO NOTHING";

  private final BoundJdbc bound;

  TenantDefaults(BoundJdbc bound) {
    this.bound = bound;
  }

  /** Writes them in the transaction of the connection. */
  void seed(Connection connection, Tenant tenant) throws SQLException {
    bound.bind(connection, tenant);
    seed(connection);
  }

  private static void seed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(RESIDENCE);
    }
    insert(connection, ROLE, roles());
    insert(connection, CONFIGURATION, configuration());
  }

  private static Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    roles.put("tenant-admin", "Runs the tenant: reads and writes all of its data");
    roles.put("member", "Reads the tenant's data and places orders");
    return roles;
  }

  private static Map<String, String> configuration() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("locale", "\"en\"");
    values.put("timezone", "\"UTC\"");
    return values;
  }

  private static void insert(Connection connection, String sql, Map<String, String> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Map.Entry<String, String> row : rows.entrySet()) {
        statement.setString(1, row.getKey());
        statement.setString(2, row.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
