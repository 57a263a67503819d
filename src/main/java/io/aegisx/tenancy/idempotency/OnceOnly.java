package io.aegisx.tenancy.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a creation at most once for each key.
 *
 * <p>The key is inserted in the transaction of the creation. PostgreSQL makes a concurrent
 * duplicate wait for it, 10 seconds at most; then it finds the answer of the first, or, if that
 * failed, takes its place.
 */
@ApplicationScoped
public class OnceOnly {

  /** A few at a time, and none that another request is at: nobody waits for the tidying up. */
  private static final String FORGET_EXPIRED =
      "DELETE FROM idempotency_keys WHERE (tenant_id, caller, route, key) IN ("
          + "SELECT tenant_id, caller, route, key FROM idempotency_keys"
          + " WHERE created_at < now() - interval '24 hours' LIMIT 100 FOR UPDATE SKIP LOCKED)";

  /** Writes a row if the key is free, or was used more than 24 hours ago. */
  private static final String CLAIM =
      "INSERT INTO idempotency_keys AS k (caller, route, key, request_hash)"
          + " VALUES (:caller, :route, :key, :hash)"
          + " ON CONFLICT (tenant_id, caller, route, key) DO UPDATE"
          + " SET request_hash = excluded.request_hash, response = NULL,"
          + " created_at = excluded.created_at"
          + " WHERE k.created_at < now() - interval '24 hours'";

  private static final String FIND =
      "SELECT request_hash || ' ' || coalesce(response, '') FROM idempotency_keys"
          + " WHERE caller = :caller AND route = :route AND key = :key";
  private static final String KEEP =
      "UPDATE idempotency_keys SET response = :response"
          + " WHERE caller = :caller AND route = :route AND key = :key";

  private final TenantData data;
  private final Caller caller;
  private final ObjectMapper json;

  OnceOnly(TenantData data, Caller caller, ObjectMapper json) {
    this.data = data;
    this.caller = caller;
    this.json = json;
  }

  /**
   * Runs the creation in a transaction, or answers as the first request with this key was answered.
   *
   * @param route what the key belongs to, besides the caller
   * @param request the body; a key stands for one body only
   */
  public <T> Uni<Tagged<T>> create(
      Optional<IdempotencyKey> key,
      String route,
      Object request,
      Class<T> type,
      Supplier<Uni<Tagged<T>>> creation) {
    return key.map(given -> data.write(() -> once(claim(given, route, request), type, creation)))
        .orElseGet(() -> data.write(creation));
  }

  private Claim claim(IdempotencyKey key, String route, Object request) {
    String hash = IdempotencyKey.fingerprint(json.<JsonNode>valueToTree(request).toString());
    return new Claim(Map.of("caller", caller.subject(), "route", route, "key", key.value()), hash);
  }

  private <T> Uni<Tagged<T>> once(Claim claim, Class<T> type, Supplier<Uni<Tagged<T>>> creation) {
    return data.limitLockWait()
        .flatMap(limited -> data.execute(FORGET_EXPIRED, Map.of()))
        .flatMap(forgotten -> data.execute(CLAIM, claim.withHash()))
        .flatMap(
            claimed ->
                claimed == 1
                    ? first(claim, creation)
                    : data.text(FIND, claim.id()).map(found -> repeat(claim, found, type)));
  }

  private <T> Uni<Tagged<T>> first(Claim claim, Supplier<Uni<Tagged<T>>> creation) {
    return creation.get().call(made -> data.execute(KEEP, claim.with("response", write(made))));
  }

  private <T> Tagged<T> repeat(Claim claim, String found, Class<T> type) {
    int space = found.indexOf(' ');
    if (!found.substring(0, space).equals(claim.hash())) {
      throw new ProblemException(
          ErrorCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request");
    }
    return read(found.substring(space + 1), type);
  }

  private String write(Tagged<?> made) {
    return made.tag() + " " + json.<JsonNode>valueToTree(made.body());
  }

  private <T> Tagged<T> read(String kept, Class<T> type) {
    int space = kept.indexOf(' ');
    try {
      return new Tagged<>(
          json.readValue(kept.substring(space + 1), type), kept.substring(0, space));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A kept answer cannot be read", damaged);
    }
  }
}
