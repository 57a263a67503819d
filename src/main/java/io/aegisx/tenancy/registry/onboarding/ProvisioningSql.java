package io.aegisx.tenancy.registry.onboarding;

import static io.aegisx.tenancy.registry.sql.TenantRows.COLUMNS;

/** The statements of {@link ProvisioningRuns}. */
final class ProvisioningSql {

  private static final String FREE = "(claimed_until IS NULL OR claimed_until < now())";

  private static final String CLAIM =
      "claimed AS (UPDATE registry.provisioning_runs SET attempts = attempts + 1,"
          + " claimed_until = now() + $1::text::interval, finished_at = NULL"
          + " WHERE tenant_id = (SELECT tenant_id FROM free) RETURNING tenant_id)";

  /** One that is pending again has all its steps before it. */
  static final String CLAIM_ONE =
      "WITH free AS (SELECT r.tenant_id, r.finished_at FROM registry.provisioning_runs r"
          + " JOIN registry.tenants t ON t.id = r.tenant_id AND t.status = 'pending'"
          + " WHERE r.tenant_id = $2 AND "
          + FREE
          + " FOR UPDATE OF r SKIP LOCKED), again AS (UPDATE registry.provisioning_steps"
          + " SET finished_at = NULL WHERE tenant_id ="
          + " (SELECT tenant_id FROM free WHERE finished_at IS NOT NULL)), "
          + CLAIM
          + " SELECT tenant_id FROM claimed";

  static final String CLAIM_NEXT =
      "WITH free AS (SELECT r.tenant_id FROM registry.provisioning_runs r"
          + " JOIN registry.tenants t ON t.id = r.tenant_id AND t.status = 'pending'"
          + " WHERE finished_at IS NULL AND next_attempt_at <= now() AND "
          + FREE
          + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED), "
          + CLAIM
          + " SELECT "
          + COLUMNS
          + " FROM registry.tenants WHERE id = (SELECT tenant_id FROM claimed)";

  /** Steps that a newer program does not have any more are nobody's to do. */
  static final String OPEN =
      "WITH obsolete AS (DELETE FROM registry.provisioning_steps WHERE tenant_id = $1"
          + " AND finished_at IS NULL AND name <> ALL ($2::text[])) INSERT INTO registry.provisioning_steps AS s (tenant_id, position, name)"
          + " SELECT $1, given.position, given.name"
          + " FROM unnest($2::text[]) WITH ORDINALITY AS given (name, position)"
          + " ON CONFLICT (tenant_id, name) DO UPDATE SET position = excluded.position"
          + " RETURNING name, finished_at IS NULL AS open";

  static final String BEGIN =
      "UPDATE registry.provisioning_steps SET attempts = attempts + 1, started_at = now(),"
          + " last_error = NULL WHERE tenant_id = $1 AND name = $2";

  static final String END =
      "UPDATE registry.provisioning_steps SET finished_at = now(), last_error = NULL"
          + " WHERE tenant_id = $1 AND name = $2";

  static final String PROLONG =
      "UPDATE registry.provisioning_runs SET claimed_until = now() + $2::text::interval"
          + " WHERE tenant_id = $1 AND claimed_until IS NOT NULL";

  static final String FAIL =
      "WITH step AS (UPDATE registry.provisioning_steps SET last_error = $3 WHERE tenant_id = $1"
          + " AND name = $2 AND finished_at IS NULL),"
          + " told AS (UPDATE registry.tenants SET provisioning_error = $3 WHERE id = $1"
          + " AND status = 'pending' AND provisioning_error IS DISTINCT FROM $3)"
          + " UPDATE registry.provisioning_runs SET last_error = $3, claimed_until = NULL,"
          + " next_attempt_at = now() + least($5::text::interval,"
          + " $4::text::interval * power(2, least(attempts, 20) - 1)) WHERE tenant_id = $1";

  static final String FINISH =
      "WITH active AS (UPDATE registry.tenants SET status = 'active', provisioning_error = NULL"
          + " WHERE id = $1 AND status = 'pending' RETURNING "
          + COLUMNS
          + "), step AS (UPDATE registry.provisioning_steps SET finished_at = now()"
          + " WHERE tenant_id = (SELECT id FROM active) AND name = $2),"
          + " run AS (UPDATE registry.provisioning_runs SET finished_at = now(),"
          + " claimed_until = NULL, last_error = NULL"
          + " WHERE tenant_id = (SELECT id FROM active)) SELECT * FROM active";

  static final String FIND =
      "SELECT r.attempts AS tries, coalesce(r.claimed_until > now(), false) AS claimed, r.next_attempt_at, r.last_error AS why,"
          + " r.started_at AS begun_at, r.finished_at AS ended_at, s.name, s.attempts,"
          + " s.started_at, s.finished_at, s.last_error FROM registry.provisioning_runs r"
          + " LEFT JOIN registry.provisioning_steps s USING (tenant_id)"
          + " WHERE r.tenant_id = $1 ORDER BY s.position";

  private ProvisioningSql() {}
}
