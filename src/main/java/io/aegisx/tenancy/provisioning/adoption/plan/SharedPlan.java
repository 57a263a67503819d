package io.aegisx.tenancy.provisioning.adoption.plan;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Key;
import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Reference;
import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Table;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How tables come to be shared with other tenants. All but the switch is done while the old
 * application writes: its rows get the tenant by default; what is long takes no lock that it would
 * wait for.
 */
public final class SharedPlan {

  private static final String WRITERS_WAIT = " IN SHARE ROW EXCLUSIVE MODE";

  private final TenantId tenant;
  private final Source source;
  private final SourceCatalog catalog;
  private final String owner;

  /**
   * A plan for tables.
   *
   * @param owner the role that they belong to in the end
   */
  public SharedPlan(TenantId tenant, Source source, SourceCatalog catalog, String owner) {
    this.tenant = tenant;
    this.source = source;
    this.catalog = catalog;
    this.owner = owner;
  }

  /** The steps, the switch as the last. */
  public List<AdoptionStep> steps() {
    List<AdoptionStep> steps = new ArrayList<>();
    catalog.tables().forEach(table -> steps.addAll(TenantColumn.steps(source, table, tenant)));
    catalog.keys().forEach(key -> steps.add(buildKey(key)));
    catalog.tables().stream()
        .filter(table -> !table.keyed())
        .forEach(table -> steps.add(buildIndex(table)));
    catalog.tables().forEach(table -> steps.addAll(referToTenant(table)));
    catalog.references().forEach(reference -> steps.addAll(referWithinTenant(reference)));
    steps.add(AdoptionStep.switching(switchSql()));
    return steps;
  }

  private AdoptionStep buildKey(Key key) {
    return AdoptionStep.building(
        key.table() + ": build key " + key.name() + " with the tenant",
        key.rows(),
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s USING btree (tenant_id, %s"
            .formatted(quote(newKey(key)), source.qualified(key.table()), key.columns()),
        "DROP INDEX CONCURRENTLY IF EXISTS " + source.qualified(newKey(key)));
  }

  private AdoptionStep buildIndex(Table table) {
    String name = "adopted_t" + table.oid();
    return AdoptionStep.building(
        table.name() + ": build an index by tenant",
        table.rows(),
        "CREATE INDEX CONCURRENTLY %s ON %s (tenant_id)"
            .formatted(quote(name), source.qualified(table.name())),
        "DROP INDEX CONCURRENTLY IF EXISTS " + source.qualified(name));
  }

  /** So that nothing is written any more once the tenant is purged. */
  private List<AdoptionStep> referToTenant(Table table) {
    return refer(
        table.name(),
        List.of(source.qualified(table.name())),
        "its tenant",
        table.rows(),
        "adopted_r" + table.oid(),
        "FOREIGN KEY (tenant_id) REFERENCES " + Placement.SHARED_SCHEMA + ".residence",
        true);
  }

  private List<AdoptionStep> referWithinTenant(Reference reference) {
    String definition =
        "FOREIGN KEY (tenant_id, %s) REFERENCES %s (tenant_id, %s)%s"
            .formatted(
                reference.columns(),
                source.qualified(reference.referenced()),
                reference.referencedColumns(),
                reference.actions());
    return refer(
        reference.table(),
        Stream.of(reference.table(), reference.referenced())
            .distinct()
            .map(source::qualified)
            .toList(),
        reference.referenced() + " of the same tenant",
        reference.rows(),
        newReference(reference),
        definition,
        reference.validated());
  }

  private List<AdoptionStep> refer(
      String table,
      List<String> locked,
      String to,
      long rows,
      String name,
      String definition,
      boolean validated) {
    String start = "ALTER TABLE " + source.qualified(table);
    AdoptionStep add =
        AdoptionStep.transaction(
            table + ": refer to " + to,
            with(
                locked.stream().map(one -> "LOCK TABLE " + one + WRITERS_WAIT).toList(),
                start + " ADD CONSTRAINT " + quote(name) + " " + definition + " NOT VALID"),
            with(
                locked.stream().map(SwitchSql::lock).toList(),
                start + " DROP CONSTRAINT IF EXISTS " + quote(name)));
    return validated
        ? List.of(
            add,
            AdoptionStep.reading(
                table + ": check that all rows refer to " + to,
                rows,
                start + " VALIDATE CONSTRAINT " + quote(name)))
        : List.of(add);
  }

  private static List<String> with(List<String> locks, String sql) {
    return Stream.concat(locks.stream(), Stream.of(sql)).toList();
  }

  private List<String> switchSql() {
    List<String> sql = new ArrayList<>(SwitchSql.locks(source));
    catalog.references().forEach(reference -> sql.addAll(replaceReference(reference)));
    catalog.keys().forEach(key -> sql.addAll(replaceKey(key)));
    catalog.tables().forEach(table -> sql.addAll(SwitchSql.secure(source, table)));
    sql.addAll(SwitchSql.move(source, catalog, Placement.SHARED_SCHEMA, owner));
    return sql;
  }

  private List<String> replaceReference(Reference reference) {
    String start = "ALTER TABLE " + source.qualified(reference.table());
    return List.of(
        start + " DROP CONSTRAINT " + quote(reference.name()),
        start
            + " RENAME CONSTRAINT "
            + quote(newReference(reference))
            + " TO "
            + quote(reference.name()));
  }

  private List<String> replaceKey(Key key) {
    if (key.constraint().isEmpty()) {
      return List.of(
          "DROP INDEX " + source.qualified(key.name()),
          "ALTER INDEX " + source.qualified(newKey(key)) + " RENAME TO " + quote(key.name()));
    }
    return List.of(
        "ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s %s USING INDEX %s %s"
            .formatted(
                source.qualified(key.table()),
                quote(key.name()),
                quote(key.name()),
                key.constraint(),
                quote(newKey(key)),
                key.deferral())
            .strip());
  }

  private static String newKey(Key key) {
    return "adopted_k" + key.oid();
  }

  private static String newReference(Reference reference) {
    return "adopted_f" + reference.oid();
  }
}
