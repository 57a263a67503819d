package io.aegisx.tenancy.provisioning.guard;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;
import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.isolation.ContextSigner;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Makes the policies of the main database believe a tenant's id only if the service signed it, or,
 * with signing switched off, believe it as it is. Repeatable.
 */
@ApplicationScoped
public class ContextGuard {

  private static final int BLOCK_BYTES = 64;
  private static final int INNER = 0x36;
  private static final int OUTER = 0x5C;

  private final AdminConnections connections;
  private final ContextSigner signer;

  ContextGuard(AdminConnections connections, ContextSigner signer) {
    this.connections = connections;
    this.signer = signer;
  }

  /** The condition of every policy, as PostgreSQL shows it. */
  String condition() {
    return signer.key().isPresent() ? GuardSql.SIGNED : GuardSql.PLAIN;
  }

  /** Installs what checks signatures, if they are wanted, and adapts all policies. */
  public void install(DataSource main) throws SQLException {
    if (signer.key().isPresent()) {
      AdminConnections.execute(main, GuardSql.SCHEMA, GuardSql.KEYS, GuardSql.FUNCTION);
      admitRuntimeRole(main);
      addKey(main, signer.key().get());
    }
    AdminConnections.execute(main, GuardSql.adaptAll(literal(condition())));
  }

  /**
   * Adapts the policies of some tables in a schema. Those that migrations make believe what is set:
   * there is nothing to adapt where that is wanted.
   */
  public void protect(Connection main, String schema, List<String> tables) throws SQLException {
    if (signer.key().isPresent()) {
      String names = tables.stream().map(Identifier::literal).collect(Collectors.joining(", "));
      AdminConnections.execute(
          main, GuardSql.adapt(literal(condition()), literal(quote(schema)), names));
    }
  }

  private void admitRuntimeRole(DataSource main) throws SQLException {
    String role = quote(connections.runtimeRole());
    AdminConnections.execute(
        main,
        "REVOKE ALL ON ALL TABLES IN SCHEMA guard FROM PUBLIC, " + role,
        "REVOKE ALL ON FUNCTION guard.bound_tenant() FROM PUBLIC",
        "GRANT USAGE ON SCHEMA guard TO " + role,
        "GRANT EXECUTE ON FUNCTION guard.bound_tenant() TO " + role);
  }

  /** Keeps the key before it, too, until all replicas have the new one. */
  private static void addKey(DataSource main, byte[] key) throws SQLException {
    try (Connection connection = main.getConnection();
        PreparedStatement add = connection.prepareStatement(GuardSql.ADD_KEY);
        PreparedStatement drop = connection.prepareStatement(GuardSql.DROP_OLD_KEYS)) {
      add.setBytes(1, padded(key, INNER));
      add.setBytes(2, padded(key, OUTER));
      add.executeUpdate();
      drop.executeUpdate();
    }
  }

  /** The key as HMAC uses it, RFC 2104: PostgreSQL itself has only the hash function. */
  private static byte[] padded(byte[] key, int pad) {
    byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= (byte) pad;
    }
    return block;
  }
}
