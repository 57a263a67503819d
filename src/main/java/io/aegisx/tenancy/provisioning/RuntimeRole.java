package io.aegisx.tenancy.provisioning;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;
import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.Identifier;
import io.aegisx.tenancy.provisioning.migration.TenantMigrations;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The role that serves requests: made if it is missing, and given no more than it needs. */
@ApplicationScoped
public class RuntimeRole {

  private static final Logger LOG = Logger.getLogger(RuntimeRole.class);

  /** What is recorded in the audit trail, the role cannot change or take out again. */
  private static final String APPEND_ONLY =
      """
      DO $$ DECLARE trail regclass; BEGIN
        FOR trail IN SELECT c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p')
            AND c.relnamespace = to_regnamespace(quote_ident(%s))
            AND (c.relname = 'audit' OR c.relispartition) LOOP
          EXECUTE format('REVOKE UPDATE, DELETE ON %%s FROM %%I', trail, %s);
        END LOOP;
      END $$
      """;

  private static final String TRAIL = "audit";
  private static final String FROM = " FROM ";

  private final AdminConnections connections;

  RuntimeRole(AdminConnections connections) {
    this.connections = connections;
  }

  /** Makes the role, without any attribute that would let it past row-level security. */
  void ensureExists(DataSource main) throws SQLException {
    String role = connections.runtimeRole();
    try (Connection connection = main.getConnection()) {
      boolean exists =
          !AdminConnections.texts(
                  connection, "SELECT 1 FROM pg_roles WHERE rolname = " + literal(role))
              .isEmpty();
      if (!exists) {
        AdminConnections.execute(
            main,
            "CREATE ROLE "
                + quote(role)
                + " LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD "
                + literal(connections.runtimePassword()));
        LOG.infof("Created the run-time role %s", role);
      }
    }
    // So that the administrator may end its sessions when a tenant's database is dropped.
    attempt(main, "GRANT " + quote(role) + " TO " + quote(connections.adminRole()));
    // A role may change its own defaults, whoever made it. Connections ask for the same themselves,
    // but cannot through a pooler.
    String longest = literal(connections.longestWait().toMillis() + "ms");
    for (String setting :
        List.of(
            "search_path TO pg_catalog",
            "statement_timeout TO " + longest,
            "idle_in_transaction_session_timeout TO " + longest)) {
      attempt(connections.asRuntime(), "ALTER ROLE CURRENT_USER SET " + setting);
    }
  }

  /** Lets the role, and nobody else, into a database. */
  void admitTo(DataSource source, String database) throws SQLException {
    AdminConnections.execute(
        source,
        "REVOKE ALL ON DATABASE " + quote(database) + " FROM PUBLIC",
        "GRANT CONNECT ON DATABASE " + quote(database) + " TO " + role());
    attempt(source, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  }

  /** Lets the role read and write the rows of a schema. TRUNCATE would ignore row security. */
  void grantRows(DataSource source, String schema) throws SQLException {
    try (Connection connection = source.getConnection()) {
      grantRows(connection, schema);
    }
  }

  private void grantRows(Connection connection, String schema) throws SQLException {
    String name = quote(schema);
    AdminConnections.execute(
        connection,
        "GRANT USAGE ON SCHEMA " + name + " TO " + role(),
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + name + " TO " + role(),
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA " + name + " TO " + role(),
        "REVOKE ALL ON " + name + "." + TenantMigrations.HISTORY + " FROM " + role(),
        APPEND_ONLY.formatted(literal(schema), literal(connections.runtimeRole())));
  }

  /**
   * The same for what has one of these names, in the transaction of the connection; this takes as
   * long in one schema among thousands as among few.
   */
  public void grantRows(Connection connection, String schema, List<String> names)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    List<String> sequences = new ArrayList<>();
    for (String found : AdminConnections.texts(connection, named(schema, names))) {
      (found.startsWith("S") ? sequences : tables).add(found.substring(1));
    }
    List<String> sql = new ArrayList<>();
    sql.add("GRANT USAGE ON SCHEMA " + quote(schema) + " TO " + role());
    if (!tables.isEmpty()) {
      sql.add("GRANT SELECT, INSERT, UPDATE, DELETE ON " + list(schema, tables) + " TO " + role());
    }
    if (!sequences.isEmpty()) {
      sql.add("GRANT USAGE ON SEQUENCE " + list(schema, sequences) + " TO " + role());
    }
    if (tables.contains(TenantMigrations.HISTORY)) {
      sql.add("REVOKE ALL ON " + list(schema, List.of(TenantMigrations.HISTORY)) + FROM + role());
    }
    if (tables.contains(TRAIL)) {
      sql.add("REVOKE UPDATE, DELETE ON " + list(schema, List.of(TRAIL)) + FROM + role());
    }
    AdminConnections.execute(connection, String.join(";", sql));
  }

  private static String named(String schema, List<String> names) {
    return "SELECT CASE relkind WHEN 'S' THEN 'S' ELSE 'T' END || relname FROM pg_class"
        + " WHERE relkind IN ('r', 'p', 'v', 'S') AND relnamespace = to_regnamespace("
        + literal(quote(schema))
        + ") AND relname IN ("
        + names.stream().map(Identifier::literal).collect(Collectors.joining(", "))
        + ")";
  }

  private static String list(String schema, List<String> names) {
    return names.stream()
        .map(name -> quote(schema) + "." + quote(name))
        .collect(Collectors.joining(", "));
  }

  private String role() {
    return quote(connections.runtimeRole());
  }

  /**
   * For what an administrator with fewer rights may be refused; the self-check has the last word.
   */
  private static void attempt(DataSource source, String sql) {
    try {
      AdminConnections.execute(source, sql);
    } catch (SQLException refused) {
      LOG.debugf("%s: %s", sql, refused.getMessage());
    }
  }
}
