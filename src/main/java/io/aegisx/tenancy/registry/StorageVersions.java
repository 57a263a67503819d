package io.aegisx.tenancy.registry;

import static io.aegisx.tenancy.registry.sql.TenantRows.COLUMNS;

import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.registry.sql.TenantRows;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which tenants' tables are behind. Whoever migrates them records the version beside the work. */
@ApplicationScoped
public class StorageVersions {

  /** Deleted ones, too, so that they can be restored; those that are pending are made new. */
  private static final String BEHIND =
      " FROM registry.tenants WHERE isolation <> 'shared_database' AND status <> 'pending'"
          + " AND NOT EXISTS (SELECT FROM registry.storage_versions v"
          + " WHERE v.tenant_id = tenants.id AND v.version >= $1)";

  /** Those that are to have tables of their own, and keep them. */
  private static final String KEPT =
      " FROM registry.tenants WHERE isolation <> 'shared_database' AND status <> 'pending'"
          + " AND NOT EXISTS (SELECT FROM registry.purges WHERE tenant_id = tenants.id)";

  private static final String FAIL =
      "INSERT INTO registry.storage_versions AS v (tenant_id, version, last_error)"
          + " SELECT id, 0, $2 FROM registry.tenants WHERE id = $1"
          + " ON CONFLICT (tenant_id) DO UPDATE SET last_error = excluded.last_error";

  private final RegistryDatabase database;
  private final TenantRows rows;

  StorageVersions(RegistryDatabase database, TenantRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** The tenants whose tables are older than a version, in the order of their ids. */
  public Uni<List<Tenant>> behind(int version) {
    return database
        .execute("SELECT " + COLUMNS + BEHIND + " ORDER BY id", Tuple.of(version))
        .map(rows::all);
  }

  /** The tenants that have tables of their own, in the order of their ids. */
  public Uni<List<Tenant>> all() {
    return database
        .execute("SELECT " + COLUMNS + KEPT + " ORDER BY id", Tuple.tuple())
        .map(rows::all);
  }

  /** Records why a tenant could not be migrated. */
  public Uni<Void> fail(TenantId tenant, String reason) {
    return database.execute(FAIL, Tuple.of(tenant.value(), reason)).replaceWithVoid();
  }
}
