package io.aegisx.tenancy.registry;

import static io.aegisx.tenancy.registry.sql.TenantRows.COLUMNS;

import io.aegisx.tenancy.registry.TenantQuery.Position;
import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.registry.sql.SubdomainReservations;
import io.aegisx.tenancy.registry.sql.TenantRows;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and changes tenants in the registry. */
@ApplicationScoped
public class TenantRepository {

  /** Canaries have the lowest ids of all, and are nobody's business. */
  private static final String HIGHEST_CANARY = "'" + Canaries.HIGHEST_ID + "'::uuid";

  private static final String SERVED = "status = 'active' AND id > " + HIGHEST_CANARY;

  /** So many tenants are read at once by {@link #forEachActive}. */
  private static final int PAGE = 200;

  private final RegistryDatabase database;
  private final TenantRows rows;

  TenantRepository(RegistryDatabase database, TenantRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** The tenant behind a key, whatever its status. */
  public Uni<Optional<Tenant>> find(TenantKey key) {
    if (key instanceof TenantKey.Domain domain) {
      return first("settings->>'customDomain' = $1 AND status <> 'deleted'", domain.host());
    }
    String name = ((TenantKey.Name) key).idOrSubdomain();
    return TenantId.parse(name)
        .map(id -> first("id = $1", id.value()))
        .orElseGet(() -> first("subdomain = $1", name));
  }

  private Uni<Optional<Tenant>> first(String condition, Object value) {
    return database
        .execute("SELECT " + COLUMNS + " FROM registry.tenants WHERE " + condition, Tuple.of(value))
        .map(rows::first);
  }

  /** Tenants that pass the filter, in its order, starting after a position. */
  public Uni<List<Tenant>> list(TenantQuery filter, Optional<Position> after, int limit) {
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(filter.status().map(TenantStatus::code).orElse(null));
    parameters.add(filter.plan().map(Plan::code).orElse(null));
    parameters.add(filter.isolation().map(Isolation::code).orElse(null));
    parameters.add(filter.text().map(TenantRepository::contains).orElse(null));
    parameters.add(limit);
    after.ifPresent(position -> parameters.addAll(List.of(position.id(), position.value())));
    return database
        .execute(
            "SELECT "
                + COLUMNS
                + " FROM registry.tenants"
                + " WHERE (CASE WHEN $1::text IS NULL THEN status <> 'deleted' ELSE status = $1 END)"
                + " AND ($2::text IS NULL OR plan = $2)"
                + " AND ($3::text IS NULL OR isolation = $3)"
                + " AND ($4::text IS NULL OR name ILIKE $4 OR subdomain ILIKE $4)"
                + " AND id > "
                + HIGHEST_CANARY
                + after.map(position -> " AND " + filter.order().beyond()).orElse("")
                + " ORDER BY "
                + filter.order().sql()
                + " LIMIT $5",
            Tuple.from(parameters))
        .map(rows::all);
  }

  private static String contains(String text) {
    String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + literal.toLowerCase(Locale.ROOT) + "%";
  }

  /**
   * Writes name, subdomain, plan, status and settings of a tenant, if it still has the version that
   * they were based on.
   *
   * @return the tenant as it is now, or nothing if someone else was faster
   */
  public Uni<Optional<Tenant>> update(Tenant tenant) {
    return database.inTransaction(
        connection ->
            connection
                .preparedQuery(SubdomainReservations.RESERVE)
                .execute(Tuple.of(tenant.subdomain().value(), tenant.id().value()))
                .invoke(SubdomainReservations::requireOurs)
                .flatMap(
                    ours ->
                        connection
                            .preparedQuery(
                                "UPDATE registry.tenants SET name = $3, subdomain = $4, plan = $5,"
                                    + " status = $6, settings = $7::text::jsonb,"
                                    + " deleted_at = CASE WHEN $6 = 'deleted'"
                                    + " THEN coalesce(deleted_at, now()) END,"
                                    + " status_before_deletion = CASE WHEN $6 = 'deleted'"
                                    + " THEN coalesce(status_before_deletion, status) END"
                                    + " WHERE id = $1 AND version = $2 RETURNING "
                                    + COLUMNS)
                            .execute(
                                Tuple.from(
                                    java.util.Arrays.<@Nullable Object>asList(
                                        tenant.id().value(),
                                        tenant.version(),
                                        tenant.name(),
                                        tenant.subdomain().value(),
                                        tenant.plan().code(),
                                        tenant.status().code(),
                                        rows.write(tenant.settings())))))
                .map(rows::first));
  }

  /**
   * Undoes the deletion of a tenant: it is what it was before.
   *
   * @return the tenant as it is now, or nothing if someone else was faster
   */
  public Uni<Optional<Tenant>> restore(Tenant tenant) {
    return database
        .change(
            "UPDATE registry.tenants SET status = status_before_deletion, deleted_at = NULL,"
                + " status_before_deletion = NULL"
                + " WHERE id = $1 AND version = $2 AND status = 'deleted'"
                + " AND NOT EXISTS (SELECT FROM registry.purges WHERE tenant_id = $1) RETURNING "
                + COLUMNS,
            Tuple.of(tenant.id().value(), tenant.version()))
        .map(rows::first);
  }

  /** Does something for each active tenant, canaries left out, one after the other. */
  public Uni<Void> forEachActive(Function<Tenant, Uni<Void>> work) {
    return Multi.createBy()
        .repeating()
        .uni(Walk::new, walk -> list(TenantQuery.ACTIVE, walk.last, PAGE).invoke(walk::passed))
        .whilst(page -> page.size() == PAGE)
        .onItem()
        .<Tenant>disjoint()
        .onItem()
        .transformToUniAndConcatenate(work::apply)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Up to so many active tenants, at random, to look after. */
  public Uni<List<Tenant>> sample(int size) {
    return database
        .execute(
            "SELECT "
                + COLUMNS
                + " FROM registry.tenants WHERE "
                + SERVED
                + " AND id >= (SELECT id FROM registry.tenants WHERE "
                + SERVED
                + " ORDER BY id OFFSET floor(random() * greatest(0, (SELECT count(*) FROM"
                + " registry.tenants WHERE "
                + SERVED
                + ") - $1)) LIMIT 1) ORDER BY id LIMIT $1",
            Tuple.of(size))
        .map(rows::all);
  }

  /** Whether the text may become the subdomain of a new tenant. */
  public Uni<Boolean> isFree(Subdomain subdomain) {
    return database
        .execute(
            "SELECT FROM registry.subdomains WHERE subdomain = $1", Tuple.of(subdomain.value()))
        .map(found -> found.size() == 0);
  }

  /** How far a walk through all tenants has come. */
  private static final class Walk {
    private Optional<Position> last = Optional.empty();

    void passed(List<Tenant> page) {
      page.forEach(tenant -> last = Optional.of(Position.after(tenant.id().value())));
    }
  }
}
