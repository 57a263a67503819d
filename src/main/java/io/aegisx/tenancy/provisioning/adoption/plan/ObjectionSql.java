package io.aegisx.tenancy.provisioning.adoption.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands against adopting tables: each question answers a sentence for each reason, and takes
 * the schema and an array of table names.
 */
public final class ObjectionSql {

  private static final String MISSING =
      "WITH asked AS (SELECT ?::text AS schema, unnest(?::text[]) AS name)"
          + " SELECT format('there is no table %s in schema %s', name, schema) FROM asked"
          + " WHERE NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n"
          + " ON n.oid = c.relnamespace WHERE n.nspname = schema AND c.relname = name)";

  private static final String KIND =
      """
      SELECT format('%s %s', c.relname, fault) FROM listed c CROSS JOIN LATERAL (VALUES
        (c.relkind = 'p' OR c.relispartition, 'is partitioned'),
        (c.relkind NOT IN ('r', 'p'), 'is not a table'),
        (c.relpersistence <> 'p', 'is unlogged or temporary'),
        (EXISTS (SELECT FROM pg_inherits h WHERE NOT c.relispartition AND c.relkind <> 'p'
           AND c.oid IN (h.inhrelid, h.inhparent)), 'inherits, or is inherited from'),
        (c.relrowsecurity OR EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid),
           'has row-level security already'),
        (c.relreplident = 'i', 'is replicated by one of its keys'),
        (EXISTS (SELECT FROM pg_rewrite WHERE ev_class = c.oid), 'has rules'),
        (EXISTS (SELECT FROM pg_constraint WHERE conrelid = c.oid AND contype = 'x'),
           'has an exclusion constraint')) AS condition (holds, fault)
       WHERE condition.holds
      """;

  private static final String COLUMN =
      """
      SELECT format('%s has a column tenant_id already', c.relname)
        FROM listed c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
         AND NOT a.attisdropped
      """;

  /** Only where it can be filled, without anything else being seen to change. */
  private static final String UNFIT_COLUMN =
      """
      SELECT format('%s has a column tenant_id already, and %s', c.relname, fault)
        FROM listed c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
         AND NOT a.attisdropped CROSS JOIN LATERAL (VALUES
        (a.atttypid <> 'uuid'::regtype OR a.attnotnull OR a.atthasdef OR a.attidentity <> '',
           'it is not a uuid that may be NULL, without a default'),
        (NOT EXISTS (SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisprimary),
           'no primary key by which it could be filled'),
        (EXISTS (SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisunique
           AND a.attnum = ANY (x.indkey)), 'it is in a key'),
        (EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
           AND t.tgenabled <> 'D' AND t.tgtype & 16 <> 0),
           'a trigger would take its being filled for a change')) AS condition (holds, fault)
       WHERE condition.holds
      """;

  private static final String OWNER =
      """
      SELECT format('%s belongs to %s, of which %s is not a member', c.relname,
                    pg_get_userbyid(c.relowner), current_user)
        FROM listed c WHERE NOT pg_has_role(c.relowner, 'USAGE')
      """;

  private static final String SCHEMA =
      """
      SELECT format('%s may not create in schema %s', current_user, nspname)
        FROM source WHERE NOT has_schema_privilege(oid, 'CREATE')
      """;

  private static final String OUTSIDE =
      """
      SELECT format('foreign key %s leads from %s to %s, which is not listed', k.conname,
                    c.relname, k.confrelid::regclass)
        FROM listed c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
       WHERE k.confrelid NOT IN (SELECT oid FROM listed)
      UNION ALL
      SELECT format('foreign key %s leads from %s, which is not listed, to %s', k.conname,
                    k.conrelid::regclass, c.relname)
        FROM listed c JOIN pg_constraint k ON k.confrelid = c.oid AND k.contype = 'f'
       WHERE k.conrelid NOT IN (SELECT oid FROM listed)
      """;

  private static final String VIEWS =
      """
      SELECT format('%s %s', v.oid::regclass, fault)
        FROM dependent d JOIN pg_class v ON v.oid = d.oid CROSS JOIN LATERAL (VALUES
        (v.relkind = 'm', 'is a materialized view: it would hold rows of all tenants'),
        (v.relnamespace NOT IN (SELECT oid FROM source), 'is a view in another schema'),
        (NOT pg_has_role(v.relowner, 'USAGE'), format('belongs to %s, of which %s is not a member',
           pg_get_userbyid(v.relowner), current_user)),
        (current_setting('server_version_num')::int < 150000,
           'is a view, which PostgreSQL before 15 cannot hold to row-level security')
        ) AS condition (holds, fault)
       WHERE condition.holds
      UNION
      SELECT format('%s is a view that also shows %s, which is not listed', v.oid::regclass,
                    o.refobjid::regclass)
        FROM dependent v JOIN pg_rewrite r ON r.ev_class = v.oid
        JOIN pg_depend o ON o.objid = r.oid AND o.classid = 'pg_rewrite'::regclass
          AND o.refclassid = 'pg_class'::regclass
        JOIN pg_class c ON c.oid = o.refobjid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
       WHERE o.refobjid <> v.oid AND c.relnamespace <> 'pg_catalog'::regnamespace
         AND o.refobjid NOT IN (SELECT oid FROM listed UNION SELECT oid FROM dependent)
      """;

  /** Only where keys are made anew. */
  private static final String KEYS =
      """
      SELECT format('key %s of %s has a form that is not understood', i.relname, c.relname)
        FROM listed c JOIN source n ON n.oid = c.relnamespace
        JOIN pg_index x ON x.indrelid = c.oid AND x.indisunique
        JOIN pg_class i ON i.oid = x.indexrelid
       WHERE NOT starts_with(pg_get_indexdef(i.oid), {head})
      UNION ALL
      SELECT format('%s is grouped by key %s of %s, which is made anew', r.ev_class::regclass,
                    k.conname, c.relname)
        FROM listed c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u')
        JOIN pg_depend d ON d.refobjid = k.oid AND d.refclassid = 'pg_constraint'::regclass
          AND d.classid = 'pg_rewrite'::regclass
        JOIN pg_rewrite r ON r.oid = d.objid
      UNION ALL
      SELECT format('foreign key %s of %s %s', k.conname, c.relname, fault)
        FROM listed c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
       CROSS JOIN LATERAL (VALUES
         (k.confupdtype IN ('n', 'd'), 'sets its columns ON UPDATE: the tenant would go, too'),
         (k.confmatchtype = 'f' AND cardinality(k.conkey) > 1,
           'is MATCH FULL: the tenant never is NULL'),
         (k.confdeltype IN ('n', 'd') AND current_setting('server_version_num')::int < 150000,
           'sets its columns ON DELETE, which PostgreSQL before 15 can only do with all of them'))
           AS condition (holds, fault)
       WHERE condition.holds
      """
          .replace("{head}", CatalogQuestions.HEAD);

  private static final String NAMES =
      """
      SELECT format('there is %s in schema {target} already', m.relname)
        FROM (SELECT relname FROM listed
              UNION SELECT i.relname FROM listed c JOIN pg_index x ON x.indrelid = c.oid
                JOIN pg_class i ON i.oid = x.indexrelid
              UNION SELECT v.relname FROM dependent d JOIN pg_class v ON v.oid = d.oid
              UNION SELECT s.relname FROM listed c JOIN pg_depend o ON o.refobjid = c.oid
                AND o.classid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')
                JOIN pg_class s ON s.oid = o.objid AND s.relkind = 'S') AS m
        JOIN pg_class t ON t.relname = m.relname
       WHERE t.relnamespace = to_regnamespace('{target}')
      """;

  private ObjectionSql() {}

  /** Against tables that stay where they are. */
  public static List<String> staying() {
    return List.of(MISSING, CatalogQuestions.LISTED + OWNER);
  }

  /** Against tables that move into another schema, whose name needs no quotes. */
  public static List<String> moving(String target) {
    return with(always(target), CatalogQuestions.LISTED + COLUMN);
  }

  private static List<String> always(String target) {
    return List.of(
        MISSING,
        CatalogQuestions.LISTED + OWNER,
        CatalogQuestions.LISTED + KIND,
        CatalogQuestions.LISTED + SCHEMA,
        CatalogQuestions.LISTED + OUTSIDE,
        CatalogQuestions.LISTED + VIEWS,
        CatalogQuestions.LISTED + NAMES.replace("{target}", target));
  }

  /** Against tables that share with other tenants. */
  public static List<String> sharing(String target) {
    return with(
        always(target), CatalogQuestions.LISTED + UNFIT_COLUMN, CatalogQuestions.LISTED + KEYS);
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
