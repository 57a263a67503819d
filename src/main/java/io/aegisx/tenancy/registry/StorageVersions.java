package io.aegisx.tenancy.registry;

import static io.aegisx.tenancy.registry.sql.TenantRows.COLUMNS;

import io.aegisx.tenancy.registry.sql.Moments;
import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.registry.sql.TenantRows;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

  /** Up to so many of them, after one. */
  public Uni<List<Tenant>> page(Optional<UUID> after, int limit) {
    return database
        .execute(
            "SELECT " + COLUMNS + KEPT + " AND id > $1 ORDER BY id LIMIT $2",
            Tuple.of(after.orElse(Canaries.HIGHEST_ID), limit))
        .map(rows::all);
  }

  /** What is recorded of one tenant's own tables. */
  public Uni<Optional<StorageVersion>> of(TenantId tenant) {
    return database
        .execute(
            "SELECT version, migrated_at, last_error FROM registry.storage_versions"
                + " WHERE tenant_id = $1",
            Tuple.of(tenant.value()))
        .map(found -> Optional.ofNullable(found.size() == 0 ? null : version(found)));
  }

  private static StorageVersion version(RowSet<Row> found) {
    Row row = found.iterator().next();
    return new StorageVersion(
        row.getInteger("version"),
        Moments.of(row, "migrated_at"),
        Optional.ofNullable(row.getString("last_error")));
  }

  /** Records why a tenant could not be migrated. */
  public Uni<Void> fail(TenantId tenant, String reason) {
    return database.execute(FAIL, Tuple.of(tenant.value(), reason)).replaceWithVoid();
  }
}
