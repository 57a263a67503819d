package io.aegisx.tenancy.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks, as the run-time role, for whatever would let one tenant see another's rows: what the role
 * is, owns and may do, and whether row-level security holds on every table of tenants.
 */
@ApplicationScoped
public class SelfCheck {

  /** Each answers one row per fault, in words that name the object. */
  private static final List<String> CHECKS =
      List.of(
          SelfCheckSql.ROLE,
          SelfCheckSql.OWNER,
          SelfCheckSql.GRANTS,
          SelfCheckSql.TABLES,
          SelfCheckSql.POLICIES,
          SelfCheckSql.REGISTRY);

  private final AdminConnections connections;

  SelfCheck(AdminConnections connections) {
    this.connections = connections;
  }

  /** What is wrong; nothing if tenants are kept apart. Blocks. */
  public List<String> findings() throws SQLException {
    try (Connection connection = connections.asRuntime().getConnection()) {
      List<String> findings = new ArrayList<>();
      for (String check : CHECKS) {
        findings.addAll(AdminConnections.texts(connection, check));
      }
      return findings;
    }
  }
}
