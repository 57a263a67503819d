package io.aegisx.tenancy.provisioning.adoption.plan;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Table;
import io.aegisx.tenancy.tenant.TenantId;
import java.util.List;

/** How rows that are there, and those that the old application adds, come to have a tenant. */
final class TenantColumn {

  private TenantColumn() {}

  static List<AdoptionStep> steps(Source source, Table table, TenantId tenant) {
    return table.empty() ? fill(source, table, tenant) : add(source, table, tenant);
  }

  /** A constant default is kept once for all rows there are: none of them is written. */
  private static List<AdoptionStep> add(Source source, Table table, TenantId tenant) {
    String name = source.qualified(table.name());
    return List.of(
        AdoptionStep.transaction(
            table.name() + ": add tenant_id",
            List.of(
                "ALTER TABLE "
                    + name
                    + " ADD COLUMN tenant_id uuid NOT NULL DEFAULT '"
                    + tenant
                    + "'"),
            List.of("ALTER TABLE " + name + " DROP COLUMN IF EXISTS tenant_id")));
  }

  /** Once all rows are known to have a tenant, that no row is without one takes no look at them. */
  private static List<AdoptionStep> fill(Source source, Table table, TenantId tenant) {
    String alter = "ALTER TABLE " + source.qualified(table.name());
    String check = quote("adopted_n" + table.oid());
    String column = " ALTER COLUMN tenant_id ";
    return List.of(
        AdoptionStep.transaction(
            table.name() + ": give new rows the tenant",
            List.of(alter + column + "SET DEFAULT '" + tenant + "'"),
            List.of()),
        new AdoptionStep(
            table.name() + ": fill tenant_id",
            AdoptionStep.Kind.BATCHES,
            table.rows(),
            Filling.fill(source, table, tenant),
            Filling.empty(source, table),
            false),
        AdoptionStep.transaction(
            table.name() + ": demand a tenant",
            List.of(
                alter + " ADD CONSTRAINT " + check + " CHECK (tenant_id IS NOT NULL) NOT VALID"),
            List.of(
                alter + " DROP CONSTRAINT IF EXISTS " + check,
                alter + column + "DROP NOT NULL",
                alter + column + "DROP DEFAULT")),
        AdoptionStep.reading(
            table.name() + ": check that all rows have a tenant",
            table.rows(),
            alter + " VALIDATE CONSTRAINT " + check),
        AdoptionStep.transaction(
            table.name() + ": allow none without",
            List.of(alter + column + "SET NOT NULL", alter + " DROP CONSTRAINT IF EXISTS " + check),
            List.of()));
  }
}
