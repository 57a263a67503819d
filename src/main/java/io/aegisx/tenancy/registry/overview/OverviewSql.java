package io.aegisx.tenancy.registry.overview;

import io.aegisx.tenancy.tenant.Canaries;

/** The statements of {@link PlatformFigures}. Canaries are nobody's business. */
final class OverviewSql {

  private static final String OURS = "t.id > '" + Canaries.HIGHEST_ID + "'::uuid";

  private static final String SERVED = OURS + " AND t.status <> 'deleted'";

  static final String GROUPS =
      "SELECT t.status, t.plan, t.isolation, count(*) AS tenants FROM registry.tenants t WHERE "
          + OURS
          + " GROUP BY t.status, t.plan, t.isolation";

  /** Days of UTC, today the last: {@code $1} of them. */
  static final String DAYS =
      "WITH days AS (SELECT d::date AS day FROM generate_series("
          + "(now() AT TIME ZONE 'UTC')::date - ($1::int - 1),"
          + " (now() AT TIME ZONE 'UTC')::date, '1 day'::interval) d),"
          + " changes AS (SELECT (created_at AT TIME ZONE 'UTC')::date AS day, 1 AS came, 0 AS went"
          + " FROM registry.tenants t WHERE "
          + OURS
          + " UNION ALL SELECT (deleted_at AT TIME ZONE 'UTC')::date, 0, 1 FROM registry.tenants t"
          + " WHERE deleted_at IS NOT NULL AND "
          + OURS
          + "), sums AS (SELECT day, sum(came) AS came, sum(went) AS went FROM changes"
          + " GROUP BY day), used AS (SELECT day, sum(requests) AS requests, sum(errors) AS errors,"
          + " sum(refused) AS refused FROM registry.usage_days"
          + " WHERE day >= (SELECT min(day) FROM days) GROUP BY day)"
          + " SELECT d.day, coalesce((SELECT sum(came - went) FROM sums WHERE day <= d.day), 0)"
          + "::bigint AS tenants, coalesce(s.came, 0)::bigint AS created,"
          + " coalesce(s.went, 0)::bigint AS deleted, coalesce(u.requests, 0)::bigint AS requests,"
          + " coalesce(u.errors, 0)::bigint AS errors, coalesce(u.refused, 0)::bigint AS refused"
          + " FROM days d LEFT JOIN sums s USING (day) LEFT JOIN used u USING (day) ORDER BY d.day";

  static final String BUSIEST =
      "SELECT "
          + TenantRef.COLUMNS
          + ", u.requests, u.errors, u.refused FROM registry.usage_days u"
          + " JOIN registry.tenants t ON t.id = u.tenant_id"
          + " WHERE u.day = (now() AT TIME ZONE 'UTC')::date AND u.requests > 0 AND "
          + SERVED
          + " ORDER BY u.requests DESC, t.id LIMIT $1";

  /** Plans, what they allow, the least share in percent, how many. */
  static final String NEAR_QUOTA =
      "WITH plans AS (SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[])"
          + " AS p (plan, users, storage)), uses AS (SELECT "
          + TenantRef.COLUMNS
          + ", q.* FROM registry.storage s JOIN registry.tenants t ON t.id = s.tenant_id"
          + " JOIN plans p ON p.plan = t.plan, LATERAL (VALUES"
          + " ('users', s.users, coalesce((t.settings ->> 'maxUsers')::bigint, p.users)),"
          + " ('storage', s.bytes,"
          + " coalesce((t.settings ->> 'storageLimit')::bigint * 1048576, p.storage)))"
          + " AS q (quota, used, allowed) WHERE "
          + SERVED
          + ") SELECT * FROM uses WHERE used > 0 AND used::numeric * 100 >= allowed * $4::int"
          + " ORDER BY used::numeric / greatest(allowed, 1) DESC, id, quota LIMIT $5";

  static final String FAILED_PROVISIONING =
      "SELECT "
          + TenantRef.COLUMNS
          + ", r.last_error AS error, r.attempts, r.next_attempt_at, (SELECT s.name"
          + " FROM registry.provisioning_steps s WHERE s.tenant_id = t.id"
          + " AND s.last_error IS NOT NULL ORDER BY s.position LIMIT 1) AS step"
          + " FROM registry.provisioning_runs r JOIN registry.tenants t ON t.id = r.tenant_id"
          + " WHERE r.finished_at IS NULL AND r.last_error IS NOT NULL AND t.status = 'pending'"
          + " AND "
          + OURS
          + " ORDER BY r.started_at, t.id LIMIT $1";

  private static final String OWN_TABLES =
      " FROM registry.tenants t LEFT JOIN registry.storage_versions v ON v.tenant_id = t.id"
          + " WHERE t.isolation <> 'shared_database' AND t.status <> 'pending' AND "
          + OURS;

  static final String VERSIONS =
      "SELECT coalesce(v.version, 0) AS version, count(*) AS tenants" + OWN_TABLES + " GROUP BY 1";

  static final String FAILED_MIGRATIONS =
      "SELECT count(*) AS failed"
          + OWN_TABLES
          + " AND coalesce(v.version, 0) < $1 AND v.last_error IS NOT NULL";

  /** Below a version, after an id, so many. */
  static final String BEHIND =
      "SELECT "
          + TenantRef.COLUMNS
          + ", t.isolation, v.version, v.last_error AS error, v.migrated_at"
          + OWN_TABLES
          + " AND coalesce(v.version, 0) < $1 AND t.id > $2 ORDER BY t.id LIMIT $3";

  private OverviewSql() {}
}
