package io.aegisx.tenancy.provisioning.adoption.plan;

import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Table;
import io.aegisx.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;

/**
 * How tables come into the schema of a tenant: as they are, keys and all, in one transaction that
 * reads no row. They also get what keeps other tenants out if ever a statement should meet them.
 */
public final class SchemaPlan {

  private SchemaPlan() {}

  /** The switch alone. */
  public static List<AdoptionStep> steps(
      TenantId tenant, Source source, SourceCatalog catalog, String target, String owner) {
    List<String> sql = new ArrayList<>(SwitchSql.locks(source));
    for (Table table : catalog.tables()) {
      sql.add(
          "ALTER TABLE %s ADD COLUMN tenant_id uuid NOT NULL DEFAULT '%s'"
              .formatted(source.qualified(table.name()), tenant));
      sql.addAll(SwitchSql.secure(source, table));
    }
    sql.addAll(SwitchSql.move(source, catalog, target, owner));
    return List.of(AdoptionStep.switching(sql));
  }
}
