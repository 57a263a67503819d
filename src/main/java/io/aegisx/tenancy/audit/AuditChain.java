package io.aegisx.tenancy.audit;

/**
 * Checks chains of entries: the hash of each is computed anew (SHA-256, FIPS 180-4, over the hash
 * before it and the entry), and must be what the entry says, what the next one says, and, for the
 * last one, what the head says.
 */
public final class AuditChain {

  private static final String DIGEST =
      "sha256(previous || convert_to(CAST(jsonb_build_array(tenant_id, seq, id,"
          + " CAST(extract(epoch FROM at) * 1000000 AS bigint), actor, action, target, outcome,"
          + " request_id, source_address, before, after) AS text), 'UTF8'))";

  private static final String FAULTS =
      """
      WITH link AS (
        SELECT a.tenant_id, a.seq, a.hash = {digest} AS whole, a.previous, a.hash,
               lag(a.seq) OVER chain AS seq_before, lag(a.hash) OVER chain AS hash_before
          FROM {schema}audit a WINDOW chain AS (PARTITION BY a.tenant_id ORDER BY a.seq)),
      fault AS (
        SELECT tenant_id, seq, 'entry ' || seq || ' was changed' AS text
          FROM link WHERE NOT whole
        UNION ALL
        SELECT l.tenant_id, l.seq, 'something before entry ' || l.seq || ' was removed'
          FROM link l LEFT JOIN {schema}audit_head h USING (tenant_id)
         WHERE l.seq <> coalesce(l.seq_before + 1, h.first_seq, 1)
            OR (l.whole AND l.previous <> coalesce(l.hash_before, h.first_previous, ''))
        UNION ALL
        SELECT h.tenant_id, h.seq, 'the last entry, ' || h.seq || ', is not there'
          FROM {schema}audit_head h
         WHERE h.seq >= h.first_seq AND NOT EXISTS (SELECT FROM {schema}audit a
           WHERE a.tenant_id = h.tenant_id AND a.seq = h.seq AND a.hash = h.hash)
        UNION ALL
        SELECT a.tenant_id, max(a.seq), 'entries follow the last one'
          FROM {schema}audit a LEFT JOIN {schema}audit_head h USING (tenant_id)
         GROUP BY a.tenant_id HAVING max(a.seq) > coalesce(max(h.seq), 0))
      SELECT coalesce(string_agg('tenant ' || tenant_id || ': ' || text, chr(10)
        ORDER BY tenant_id, seq), '') FROM fault
      """;

  private static final String EXTENT =
      "SELECT count(*) || ' entries in ' || count(DISTINCT tenant_id) || ' chains'"
          + " FROM {schema}audit";

  private AuditChain() {}

  /**
   * Answers one text with a line for each fault; an empty text if there is none.
   *
   * @param schema where the trail is, with a dot; empty for what the search path finds
   */
  public static String faults(String schema) {
    return FAULTS.replace("{digest}", DIGEST).replace("{schema}", schema);
  }

  /** Answers one text that says how much there is to check. */
  public static String extent(String schema) {
    return EXTENT.replace("{schema}", schema);
  }
}
