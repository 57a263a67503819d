package io.aegisx.tenancy.provisioning.adoption.plan;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Relation;
import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Table;
import java.util.ArrayList;
import java.util.List;

/** The statements with which tables become a tenant's, common to all that move them. */
final class SwitchSql {

  private static final String BOUND = "current_setting('app.tenant_id')::uuid";

  private SwitchSql() {}

  /** Nobody sees a half of it. */
  static List<String> locks(Source source) {
    return source.tables().stream().map(source::qualified).map(SwitchSql::lock).toList();
  }

  static String lock(String table) {
    return "LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE";
  }

  /** From now on rows are those of the bound tenant, and only its own are seen. */
  static List<String> secure(Source source, Table table) {
    String name = source.qualified(table.name());
    return List.of(
        "ALTER TABLE " + name + " ALTER COLUMN tenant_id SET DEFAULT " + BOUND,
        "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY",
        "CREATE POLICY tenant ON "
            + name
            + " USING (tenant_id = "
            + BOUND
            + ") WITH CHECK (tenant_id = "
            + BOUND
            + ")");
  }

  /**
   * Tables, the sequences that they use, and views, which then show what their reader may see.
   *
   * @param owner whose they are from then on: who may create in the target
   */
  static List<String> move(Source source, SourceCatalog catalog, String target, String owner) {
    List<String> sql = new ArrayList<>();
    for (Table table : catalog.tables()) {
      sql.addAll(move("TABLE", source, table.name(), target, owner));
    }
    for (Relation other : catalog.others()) {
      if (other.kind().equals("VIEW")) {
        String name = source.qualified(other.name());
        sql.add("ALTER VIEW " + name + " SET (security_invoker = true)");
      }
      if (!other.kind().equals("OWNED")) {
        sql.addAll(move(other.kind(), source, other.name(), target, owner));
      }
    }
    return sql;
  }

  private static List<String> move(
      String kind, Source source, String name, String target, String owner) {
    return List.of(
        "ALTER %s %s SET SCHEMA %s".formatted(kind, source.qualified(name), quote(target)),
        "ALTER %s %s.%s OWNER TO %s".formatted(kind, quote(target), quote(name), quote(owner)));
  }
}
