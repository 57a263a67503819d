package io.aegisx.tenancy.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which entries are looked for, the newest first.
 *
 * @param from the first moment, inclusive
 * @param to the last moment, exclusive
 * @param before only entries older than the one with this id
 */
public record AuditQuery(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> target,
    Optional<AuditOutcome> outcome,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<UUID> before) {

  /** An entry as it is shown; the time in microseconds, as it was recorded. */
  private static final String ENTRY =
      "json_build_object('id', id, 'at',"
          + " to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
          + " 'actor', actor, 'action', action, 'tenantId', tenant_id, 'target', target,"
          + " 'outcome', outcome, 'requestId', request_id, 'sourceAddress', source_address,"
          + " 'before', before, 'after', after)";

  private static final Map<String, String> CONDITIONS = conditions();

  private static Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("actor", "actor = ?");
    conditions.put("action", "action = ?");
    conditions.put("target", "target = ?");
    conditions.put("outcome", "outcome = ?");
    conditions.put("since", "at >= CAST(CAST(? AS text) AS timestamptz)");
    conditions.put("until", "at < CAST(CAST(? AS text) AS timestamptz)");
    conditions.put("older", "id < CAST(CAST(? AS text) AS uuid)");
    return conditions;
  }

  /** The same question about what comes after a page. */
  public AuditQuery olderThan(UUID last) {
    return new AuditQuery(actor, action, target, outcome, from, to, Optional.of(last));
  }

  /** What is asked for, by name. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    actor.ifPresent(value -> parameters.put("actor", value));
    action.ifPresent(value -> parameters.put("action", value));
    target.ifPresent(value -> parameters.put("target", value));
    outcome.ifPresent(value -> parameters.put("outcome", value.code()));
    from.ifPresent(value -> parameters.put("since", value.toString()));
    to.ifPresent(value -> parameters.put("until", value.toString()));
    before.ifPresent(value -> parameters.put("older", value.toString()));
    return parameters;
  }

  /**
   * The statement that answers one JSON array.
   *
   * @param table where the entries are
   * @param also a condition more
   * @param placeholder how the statement names a parameter
   */
  public String sql(String table, String also, int limit, Function<String, String> placeholder) {
    String where =
        parameters().keySet().stream()
            .map(name -> CONDITIONS.getOrDefault(name, "").replace("?", placeholder.apply(name)))
            .map(condition -> " AND " + condition)
            .collect(Collectors.joining("", also, ""));
    return "SELECT CAST(coalesce(json_agg(entry ORDER BY id DESC), CAST('[]' AS json)) AS text)"
        + (" FROM (SELECT id, " + ENTRY + " AS entry FROM " + table)
        + (" WHERE " + where + " ORDER BY id DESC LIMIT " + limit + ") AS page");
  }
}
