package io.aegisx.tenancy.provisioning.guard;

import io.aegisx.tenancy.provisioning.jdbc.Identifier;

/** What {@link ContextGuard} installs in the main database. */
public final class GuardSql {

  /** The condition that believes what is set, as PostgreSQL shows it. */
  static final String PLAIN = "(tenant_id = (current_setting('app.tenant_id'::text))::uuid)";

  /** The condition that believes a signature; a sub-select is evaluated once for a statement. */
  static final String SIGNED = "(tenant_id = ( SELECT guard.bound_tenant() AS bound_tenant))";

  static final String SCHEMA = "CREATE SCHEMA IF NOT EXISTS guard";

  static final String KEYS =
      """
      CREATE TABLE IF NOT EXISTS guard.keys (
        inner_block bytea PRIMARY KEY,
        outer_block bytea NOT NULL,
        added_at    timestamptz NOT NULL DEFAULT now()
      )
      """;

  static final String ADD_KEY =
      "INSERT INTO guard.keys (inner_block, outer_block) VALUES (?, ?) ON CONFLICT DO NOTHING";

  static final String DROP_OLD_KEYS =
      "DELETE FROM guard.keys WHERE inner_block NOT IN"
          + " (SELECT inner_block FROM guard.keys ORDER BY added_at DESC LIMIT 2)";

  /** Runs with the rights of its owner, who alone can read the keys. */
  static final String FUNCTION =
      """
      CREATE OR REPLACE FUNCTION guard.bound_tenant() RETURNS uuid
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        tenant text := current_setting('app.tenant_id');
        message bytea := convert_to(concat_ws(' ', tenant, pg_backend_pid(),
          extract(epoch FROM transaction_timestamp())), 'UTF8');
      BEGIN
        PERFORM FROM guard.keys
          WHERE encode(sha256(outer_block || sha256(inner_block || message)), 'hex')
            = current_setting('app.tenant_signature');
        IF NOT FOUND THEN
          RAISE insufficient_privilege USING MESSAGE = 'the tenant of this transaction is not signed';
        END IF;
        RETURN tenant::uuid;
      END $$
      """;

  private static final String ADAPT =
      """
      DO $adapt$
      DECLARE
        policy record;
      BEGIN
        FOR policy IN
          SELECT n.nspname, c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE p.polname = 'tenant' AND {which}
             AND pg_get_expr(p.polqual, p.polrelid) IN ({plain}, {signed})
             AND pg_get_expr(p.polqual, p.polrelid) <> {condition}
        LOOP
          EXECUTE format('ALTER POLICY tenant ON %I.%I USING (%s) WITH CHECK (%s)',
            policy.nspname, policy.relname, {condition}, {condition});
        END LOOP;
      END $adapt$
      """;

  private GuardSql() {}

  /**
   * Gives the condition to all policies that have the other one; one that someone else wrote is
   * left for the check that finds it.
   */
  static String adaptAll(String condition) {
    return adapt(condition, "(n.nspname = 'shared' OR n.nspname ~ '^tenant_[0-9a-f]{32}$')");
  }

  /**
   * The same in one schema.
   *
   * @param names literals of the tables, separated by commas: looked for by name, they are found in
   *     the same time whatever the number of schemas
   */
  static String adapt(String condition, String schema, String names) {
    return adapt(
        condition,
        "c.relnamespace = to_regnamespace(" + schema + ") AND c.relname IN (" + names + ")");
  }

  private static String adapt(String condition, String which) {
    return ADAPT
        .replace("{plain}", Identifier.literal(PLAIN))
        .replace("{signed}", Identifier.literal(SIGNED))
        .replace("{condition}", condition)
        .replace("{which}", which);
  }
}
