package io.aegisx.tenancy.provisioning.guard;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.tenant.Placement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

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
          SelfCheckSql.POLICIES);

  /** What does not keep the service from starting, but has to be seen to. */
  private static final List<String> CLOSER_CHECKS =
      List.of(SelfCheckSql.FUNCTIONS, SelfCheckSql.SEARCH_PATH, SelfCheckSql.KEYS);

  private final AdminConnections connections;
  private final ContextGuard guard;

  SelfCheck(AdminConnections connections, ContextGuard guard) {
    this.connections = connections;
    this.guard = guard;
  }

  /** What is wrong in the main database; nothing if tenants are kept apart. Blocks. */
  public List<String> findings() throws SQLException {
    List<String> checks = new ArrayList<>(CHECKS);
    checks.add(SelfCheckSql.REGISTRY);
    return answers(connections.asRuntime(), inMainDatabase(checks));
  }

  /** The same, and what a closer look finds. Blocks. */
  public List<String> closerFindings() throws SQLException {
    List<String> findings = new ArrayList<>(findings());
    findings.addAll(answers(connections.asRuntime(), inMainDatabase(CLOSER_CHECKS)));
    return findings;
  }

  /** What a closer look finds in a database of one tenant. Blocks. */
  public List<String> closerFindings(Placement.Database own) throws SQLException {
    List<String> checks = new ArrayList<>(CHECKS);
    checks.addAll(CLOSER_CHECKS);
    return answers(
        connections.asRuntime(own.database()),
        checks.stream().map(SelfCheckSql::inOwnDatabase).toList());
  }

  private List<String> inMainDatabase(List<String> checks) {
    String condition = guard.condition();
    return checks.stream().map(check -> SelfCheckSql.inMainDatabase(check, condition)).toList();
  }

  private static List<String> answers(DataSource source, List<String> questions)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      List<String> findings = new ArrayList<>();
      for (String question : questions) {
        findings.addAll(AdminConnections.texts(connection, question));
      }
      return findings;
    }
  }
}
