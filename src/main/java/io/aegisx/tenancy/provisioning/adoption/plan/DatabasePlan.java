package io.aegisx.tenancy.provisioning.adoption.plan;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Relation;
import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Table;
import java.util.ArrayList;
import java.util.List;

/** How a database becomes a tenant's: it stays as it is, and the service may use its tables. */
public final class DatabasePlan {

  private DatabasePlan() {}

  /** What lets the run-time role in. */
  public static List<AdoptionStep> steps(Source source, SourceCatalog catalog, String runtimeRole) {
    String role = quote(runtimeRole);
    List<String> sql = new ArrayList<>();
    sql.add("GRANT USAGE ON SCHEMA " + quote(source.schema()) + " TO " + role);
    for (Table table : catalog.tables()) {
      sql.add(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %s"
              .formatted(source.qualified(table.name()), role));
    }
    for (Relation other : catalog.others()) {
      if (!other.kind().equals("VIEW")) {
        sql.add("GRANT USAGE ON SEQUENCE " + source.qualified(other.name()) + " TO " + role);
      }
    }
    return List.of(AdoptionStep.switching(sql));
  }
}
