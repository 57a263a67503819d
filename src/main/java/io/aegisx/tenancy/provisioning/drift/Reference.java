package io.aegisx.tenancy.provisioning.drift;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.RuntimeRole;
import io.aegisx.tenancy.provisioning.guard.ContextGuard;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.migration.QuickMigration;
import io.aegisx.tenancy.provisioning.migration.TenantScripts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a schema has that was just migrated to a version. One is made for that, looked at, and
 * rolled back. Blocks at first.
 */
@ApplicationScoped
class Reference {

  private final AdminConnections connections;
  private final QuickMigration quick;
  private final TenantScripts scripts;
  private final RuntimeRole role;
  private final ContextGuard guard;
  private final Map<Kind, Facts> known = new ConcurrentHashMap<>();

  Reference(
      AdminConnections connections,
      QuickMigration quick,
      TenantScripts scripts,
      RuntimeRole role,
      ContextGuard guard) {
    this.connections = connections;
    this.quick = quick;
    this.scripts = scripts;
    this.role = role;
    this.guard = guard;
  }

  /**
   * What is to be compared with.
   *
   * @param guarded whether policies believe signed tenants only, as in the main database they may
   */
  record Kind(int version, boolean guarded) {}

  Facts of(Kind kind) throws SQLException {
    Facts facts = known.get(kind);
    if (facts == null) {
      facts = make(kind);
      known.put(kind, facts);
    }
    return facts;
  }

  private Facts make(Kind kind) throws SQLException {
    String schema = "reference_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = connections.to(connections.mainDatabase()).getConnection()) {
      connection.setAutoCommit(false);
      AdminConnections.execute(connection, "CREATE SCHEMA " + quote(schema));
      quick.migrate(connection, schema, kind.version());
      role.grantRows(connection, schema, scripts.relations());
      if (kind.guarded()) {
        guard.protect(connection, schema, scripts.relations());
      }
      Facts facts = Catalog.of(connection, schema);
      connection.rollback();
      return facts;
    }
  }
}
