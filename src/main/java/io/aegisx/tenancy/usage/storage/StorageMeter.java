package io.aegisx.tenancy.usage.storage;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.registry.usage.Measured;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Measures what one tenant stores, as that tenant: row-level security sees to it that other
 * tenants' rows are not counted.
 */
@ApplicationScoped
class StorageMeter {

  /** All of the database, its catalogs included. */
  private static final String DATABASE =
      "SELECT CAST(pg_catalog.pg_database_size(pg_catalog.current_database()) AS text)";

  /** The tables of the schema with their indexes and large values. */
  private static final String SCHEMA =
      "SELECT CAST(coalesce(sum(pg_catalog.pg_total_relation_size(oid)), 0) AS text)"
          + " FROM pg_catalog.pg_class WHERE relkind = 'r'"
          + " AND relnamespace = pg_catalog.to_regnamespace(CAST(:schema AS text))";

  /** A statement that sums up the rows of every table with a tenant's rows. */
  private static final String SHARED =
      "SELECT 'SELECT CAST(sum(bytes) AS text) FROM ('"
          + " || string_agg(pg_catalog.format("
          + "'SELECT sum(pg_catalog.pg_column_size(t.*)) AS bytes FROM %I.%I t',"
          + " CAST(:schema AS text), c.relname), ' UNION ALL ') || ') AS parts'"
          + " FROM pg_catalog.pg_class c"
          + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'"
          + " WHERE c.relkind = 'r'"
          + " AND c.relnamespace = pg_catalog.to_regnamespace(CAST(:schema AS text))";

  private static final String USERS = "SELECT CAST(count(*) AS text) FROM users";

  private final TenantData data;
  private final Vertx vertx;

  StorageMeter(TenantData data, Vertx vertx) {
    this.data = data;
    this.vertx = vertx;
  }

  /** What the tenant has now. */
  Uni<Measured> measure(Tenant tenant) {
    return TenantContext.within(vertx, tenant, () -> data.read(() -> measure(tenant.placement())));
  }

  private Uni<Measured> measure(Placement placement) {
    return bytes(placement)
        .flatMap(
            bytes ->
                data.text(USERS, Map.of())
                    .map(users -> new Measured(Long.parseLong(bytes), Long.parseLong(users))));
  }

  private Uni<String> bytes(Placement placement) {
    Map<String, Object> schema = Map.of("schema", placement.schema());
    if (placement instanceof Placement.Database) {
      return data.text(DATABASE, Map.of());
    }
    return placement instanceof Placement.Schema
        ? data.text(SCHEMA, schema)
        : data.text(SHARED, schema).flatMap(sum -> data.text(sum, Map.of()));
  }
}
