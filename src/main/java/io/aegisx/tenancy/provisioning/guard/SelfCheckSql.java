package io.aegisx.tenancy.provisioning.guard;

import io.aegisx.tenancy.provisioning.jdbc.Identifier;

/** The questions of {@link SelfCheck} to the catalogs of PostgreSQL (manual, chapter 53). */
public final class SelfCheckSql {

  /** The role itself, and any role whose rights it could take on. */
  static final String ROLE =
      """
      SELECT format('role %I, which the run-time role %I %s, %s', r.rolname, current_user,
                    CASE WHEN r.rolname = current_user THEN 'is' ELSE 'can become' END, fault)
        FROM pg_roles r
       CROSS JOIN LATERAL (VALUES
         (r.rolsuper, 'is a superuser'),
         (r.rolbypassrls, 'has BYPASSRLS'),
         (r.rolcreaterole, 'has CREATEROLE'),
         (r.rolreplication, 'has REPLICATION')) AS attribute (present, fault)
       WHERE attribute.present AND pg_has_role(current_user, r.oid, 'MEMBER')
      """;

  /** Owners are not bound by grants, and could switch row security off. */
  static final String OWNER =
      """
      SELECT format('%s %I is owned by the run-time role %I', kind, name, current_user) FROM (
        SELECT 'database' AS kind, datname AS name, datdba AS owner FROM pg_database
        UNION ALL SELECT 'schema', nspname, nspowner FROM pg_namespace
        UNION ALL SELECT 'relation', relname, relowner FROM pg_class
        UNION ALL SELECT 'function', proname, proowner FROM pg_proc) AS owned
       WHERE pg_has_role(current_user, owner, 'MEMBER')
      """;

  /** More than reading and writing rows. TRUNCATE ignores row security. */
  static final String GRANTS =
      """
      SELECT format('the run-time role %I may %s on %I.%I', current_user, right_name, n.nspname,
                    c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) AS right_name
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
         AND (n.nspname = 'registry' OR {tenant schemas})
         AND has_table_privilege(current_user, c.oid, right_name)
      UNION ALL
      SELECT format('the run-time role %I may create objects in schema %I', current_user, nspname)
        FROM pg_namespace
       WHERE nspname NOT LIKE 'pg\\_temp\\_%' AND nspname NOT LIKE 'pg\\_toast\\_temp\\_%'
         AND has_schema_privilege(current_user, oid, 'CREATE')
      """;

  /** Tables of tenants without row-level security. */
  static final String TABLES =
      """
      SELECT format('table %I.%I %s', n.nspname, c.relname, fault)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN LATERAL (VALUES
         (NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
           AND a.attname = 'tenant_id' AND a.attnotnull), 'has no tenant_id that is NOT NULL'),
         (NOT c.relrowsecurity, 'has no row-level security (ENABLE ROW LEVEL SECURITY)'),
         (NOT c.relforcerowsecurity,
           'does not hold its owner to row-level security (FORCE ROW LEVEL SECURITY)'),
         (NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid), 'has no policy'))
           AS condition (holds, fault)
       WHERE c.relkind IN ('r', 'p') AND c.relname <> 'flyway_schema_history'
         AND ({tenant schemas})
         AND condition.holds
      UNION ALL
      SELECT format('view %I.%I shows rows with the rights of its owner', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('v', 'm')
         AND ({tenant schemas})
         AND has_table_privilege(current_user, c.oid, 'SELECT')
         AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
      """;

  /** Policies that compare anything else than the row's tenant with the bound one. */
  static final String POLICIES =
      """
      SELECT format('policy %I on %I.%I lets rows of other tenants through', p.polname, n.nspname,
                    c.relname)
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE ({tenant schemas})
         AND p.polpermissive
         AND (coalesce(pg_get_expr(p.polqual, p.polrelid), {condition}) <> {condition}
           OR coalesce(pg_get_expr(p.polwithcheck, p.polrelid), {condition}) <> {condition})
      """;

  /** The registry must be there for the role to read, and the shared tables within its reach. */
  static final String REGISTRY =
      """
      SELECT 'the registry is missing: set DB_ADMIN_USERNAME and DB_ADMIN_PASSWORD once'
       WHERE to_regclass('registry.tenants') IS NULL
      UNION ALL
      SELECT format('the run-time role %I may not use schema %I', current_user, nspname)
        FROM pg_namespace
       WHERE nspname IN ('registry', 'shared') AND NOT has_schema_privilege(oid, 'USAGE')
      """;

  /** Functions that do what their owner may: a way around grants and row-level security. */
  static final String FUNCTIONS =
      """
      SELECT format('function %I.%I runs with the rights of its owner %I (SECURITY DEFINER)',
                    n.nspname, p.proname, r.rolname)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        JOIN pg_roles r ON r.oid = p.proowner
       WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')
         AND NOT (n.nspname = 'guard' AND p.proname = 'bound_tenant')
         AND has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE')
      """;

  /** Where statements that nothing binds would look for tables. */
  static final String SEARCH_PATH =
      """
      SELECT format('the run-time role %I searches %s by default, not pg_catalog alone',
                    current_user, current_setting('search_path'))
       WHERE current_setting('search_path') <> 'pg_catalog'
      """;

  /** Keys across tenants: they tell one tenant what another has, or refer to it. */
  static final String KEYS =
      """
      SELECT format('unique index %I on %I.%I does not begin with tenant_id', i.relname, n.nspname,
                    c.relname)
        FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
       WHERE x.indisunique AND c.relname <> 'flyway_schema_history'
         AND n.nspname = 'shared' AND a.attname IS DISTINCT FROM 'tenant_id'
      UNION ALL
      SELECT format('foreign key %I on %I.%I leaves tenant_id out', k.conname, n.nspname, c.relname)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class r ON r.oid = k.confrelid
       WHERE k.contype = 'f' AND ({tenant schemas})
         -- What stays within a schema of its own stays with one tenant.
         AND (n.nspname = 'shared' OR r.relnamespace <> c.relnamespace)
         AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
           AND a.attnum = ANY (k.conkey) AND a.attname = 'tenant_id')
      """;

  private static final String IN_MAIN_DATABASE =
      "n.nspname = 'shared' OR n.nspname ~ '^tenant_[0-9a-f]{32}$'";
  private static final String IN_OWN_DATABASE = "n.nspname = 'app'";

  private SelfCheckSql() {}

  /**
   * The question for the main database.
   *
   * @param condition what policies there must say
   */
  static String inMainDatabase(String question, String condition) {
    return question
        .replace("{tenant schemas}", IN_MAIN_DATABASE)
        .replace("{condition}", Identifier.literal(condition));
  }

  /** The question for a database of one tenant. */
  static String inOwnDatabase(String question) {
    return question
        .replace("{tenant schemas}", IN_OWN_DATABASE)
        .replace("{condition}", Identifier.literal(GuardSql.PLAIN));
  }
}
