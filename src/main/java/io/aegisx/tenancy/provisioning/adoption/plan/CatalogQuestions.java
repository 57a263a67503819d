package io.aegisx.tenancy.provisioning.adoption.plan;

/**
 * The questions of {@link SourceCatalog} to the catalogs of PostgreSQL (manual, chapter 53). Each
 * takes the schema and an array of table names.
 */
final class CatalogQuestions {

  /** The tables that are meant, as {@code listed}, and their schema, as {@code source}. */
  static final String LISTED =
      "WITH RECURSIVE source AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ?),"
          + " listed AS (SELECT c.* FROM pg_class c JOIN source n ON n.oid = c.relnamespace"
          + " WHERE c.relname = ANY (?)), "
          // Views on them, and views on those.
          + "dependent (oid) AS (SELECT r.ev_class FROM listed l JOIN pg_depend d"
          + " ON d.refobjid = l.oid AND d.refclassid = 'pg_class'::regclass"
          + " AND d.classid = 'pg_rewrite'::regclass"
          + " JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class <> l.oid"
          + " UNION SELECT r.ev_class FROM dependent v JOIN pg_depend d"
          + " ON d.refobjid = v.oid AND d.refclassid = 'pg_class'::regclass"
          + " AND d.classid = 'pg_rewrite'::regclass"
          + " JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class <> v.oid) ";

  static final String TABLES =
      LISTED
          + """
          SELECT c.relname, c.oid::bigint, greatest(c.reltuples, 0)::bigint,
                 EXISTS (SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisunique
                           AND x.indpred IS NULL),
                 EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
                           AND a.attname = 'tenant_id' AND NOT a.attisdropped),
                 ARRAY(SELECT quote_ident(a.attname) {key}),
                 ARRAY(SELECT format_type(a.atttypid, a.atttypmod) {key})
            FROM listed c ORDER BY c.relname
          """
              .replace(
                  "{key}",
                  "FROM pg_index x CROSS JOIN unnest(x.indkey) WITH ORDINALITY AS k (number, place)"
                      + " JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number"
                      + " WHERE x.indrelid = c.oid AND x.indisprimary ORDER BY k.place");

  /** How a unique index is defined up to its first column. */
  static final String HEAD =
      "format('CREATE UNIQUE INDEX %I ON %I.%I USING btree (', i.relname, n.nspname, c.relname)";

  static final String KEYS =
      LISTED
          + """
          SELECT c.relname, i.relname, i.oid::bigint, greatest(c.reltuples, 0)::bigint,
                 substr(pg_get_indexdef(i.oid), length({head}) + 1),
                 CASE k.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' ELSE '' END,
                 CASE WHEN k.condeferrable THEN 'DEFERRABLE' ELSE '' END
                   || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END
            FROM listed c JOIN source n ON n.oid = c.relnamespace
            JOIN pg_index x ON x.indrelid = c.oid AND x.indisunique
            JOIN pg_class i ON i.oid = x.indexrelid
            LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.conrelid = c.oid
              AND k.contype IN ('p', 'u')
           ORDER BY c.relname, i.relname
          """
              .replace("{head}", HEAD);

  static final String REFERENCES =
      LISTED
          + """
          SELECT c.relname, k.conname, k.oid::bigint, greatest(c.reltuples, 0)::bigint,
                 {columns of conkey in conrelid}, r.relname, {columns of confkey in confrelid},
                 CASE k.confupdtype WHEN 'c' THEN ' ON UPDATE CASCADE'
                   WHEN 'r' THEN ' ON UPDATE RESTRICT' ELSE '' END
                 || CASE k.confdeltype WHEN 'c' THEN ' ON DELETE CASCADE'
                   WHEN 'r' THEN ' ON DELETE RESTRICT'
                   WHEN 'n' THEN ' ON DELETE SET NULL (' || {set} || ')'
                   WHEN 'd' THEN ' ON DELETE SET DEFAULT (' || {set} || ')' ELSE '' END
                 || CASE WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END
                 || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END,
                 k.convalidated
            FROM listed c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
            JOIN pg_class r ON r.oid = k.confrelid
           ORDER BY c.relname, k.conname
          """
              .replace("{columns of conkey in conrelid}", columns("conkey", "conrelid"))
              .replace("{columns of confkey in confrelid}", columns("confkey", "confrelid"))
              // Only the columns that refer: the tenant stays. Known to PostgreSQL 15 and later.
              .replace(
                  "{set}",
                  "(SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_attribute a"
                      + " WHERE a.attrelid = k.conrelid AND to_jsonb(a.attnum) IN"
                      + " (SELECT jsonb_array_elements(coalesce(nullif(to_jsonb(k)"
                      + " -> 'confdelsetcols', 'null'), to_jsonb(k.conkey)))))");

  /** Views, and the sequences that defaults use. */
  static final String OTHERS =
      LISTED
          + """
          SELECT v.relname, 'VIEW' FROM dependent d JOIN pg_class v ON v.oid = d.oid
          UNION
          SELECT s.relname, CASE WHEN EXISTS (SELECT FROM pg_depend o WHERE o.objid = s.oid
                   AND o.classid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')
                   AND o.refobjid IN (SELECT oid FROM listed)) THEN 'OWNED' ELSE 'SEQUENCE' END
            FROM listed c JOIN pg_attrdef f ON f.adrelid = c.oid
            JOIN pg_depend d ON d.objid = f.oid AND d.classid = 'pg_attrdef'::regclass
            JOIN pg_class s ON s.oid = d.refobjid AND s.relkind = 'S'
              AND s.relnamespace = c.relnamespace
          UNION
          SELECT s.relname, 'OWNED' FROM listed c
            JOIN pg_depend o ON o.refobjid = c.oid AND o.classid = 'pg_class'::regclass
              AND o.deptype IN ('a', 'i')
            JOIN pg_class s ON s.oid = o.objid AND s.relkind = 'S'
           ORDER BY 2, 1
          """;

  private CatalogQuestions() {}

  private static String columns(String numbers, String table) {
    return "(SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY p.place) FROM unnest(k."
        + numbers
        + ") WITH ORDINALITY AS p (number, place) JOIN pg_attribute a ON a.attrelid = k."
        + table
        + " AND a.attnum = p.number)";
  }
}
