package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.registry.sql.SubdomainReservations;
import io.aegisx.tenancy.registry.sql.TenantRows;
import io.aegisx.tenancy.tenant.AdoptedDatabase;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enters a new tenant, together with the key that makes a repeat of the request harmless. */
@ApplicationScoped
public class TenantCreation {

  private static final String INSERT_TENANT =
      "INSERT INTO registry.tenants (id, name, subdomain, status, plan, isolation, settings,"
          + " adopted_database, adopted_schema)"
          + " VALUES ($1, $2, $3, 'pending', $4, $5, $6::text::jsonb, $7, $8)";

  /** A few at a time, and none that another request is at: nobody waits for the tidying up. */
  private static final String FORGET_EXPIRED =
      "DELETE FROM registry.idempotency_keys WHERE (caller, key) IN ("
          + "SELECT caller, key FROM registry.idempotency_keys"
          + " WHERE created_at < now() - interval '24 hours' LIMIT 100 FOR UPDATE SKIP LOCKED)";

  /** Answers a row if the key is free, or was used more than 24 hours ago. */
  private static final String CLAIM_KEY =
      "INSERT INTO registry.idempotency_keys AS k (caller, key, request_hash, tenant_id)"
          + " VALUES ($1, $2, $3, $4) ON CONFLICT (caller, key) DO UPDATE"
          + " SET request_hash = excluded.request_hash, tenant_id = excluded.tenant_id,"
          + " response = NULL, created_at = excluded.created_at"
          + " WHERE k.created_at < now() - interval '24 hours' RETURNING tenant_id";

  private static final String FIND_KEY =
      "SELECT request_hash, tenant_id, response FROM registry.idempotency_keys"
          + " WHERE caller = $1 AND key = $2";

  private static final String KEEP_RESPONSE =
      "INSERT INTO registry.idempotency_keys (caller, key, request_hash, tenant_id, response)"
          + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (caller, key)"
          + " DO UPDATE SET response = excluded.response";

  private final RegistryDatabase database;
  private final TenantRows rows;

  TenantCreation(RegistryDatabase database, TenantRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * Enters a tenant as pending.
   *
   * @return nothing, or what an earlier request with the same key has made
   */
  public Uni<Optional<EarlierCreation>> enter(Tenant tenant, Optional<CreationKey> key) {
    return database.inTransaction(
        connection ->
            claim(connection, tenant, key)
                .flatMap(
                    claimed ->
                        claimed
                            ? insert(connection, tenant).replaceWith(Optional.empty())
                            : earlier(connection, key.orElseThrow()).map(Optional::of)));
  }

  private Uni<Boolean> claim(SqlConnection connection, Tenant tenant, Optional<CreationKey> key) {
    return key.map(
            given ->
                connection
                    .query(FORGET_EXPIRED)
                    .execute()
                    .flatMap(
                        forgotten ->
                            connection
                                .preparedQuery(CLAIM_KEY)
                                .execute(
                                    Tuple.of(
                                        given.caller(),
                                        given.key(),
                                        given.requestHash(),
                                        tenant.id().value())))
                    .map(claimed -> claimed.size() > 0))
        .orElseGet(() -> Uni.createFrom().item(true));
  }

  private Uni<Void> insert(SqlConnection connection, Tenant tenant) {
    return connection
        .preparedQuery(SubdomainReservations.RESERVE)
        .execute(Tuple.of(tenant.subdomain().value(), tenant.id().value()))
        .invoke(SubdomainReservations::requireOurs)
        .flatMap(
            ours ->
                connection
                    .preparedQuery(INSERT_TENANT)
                    .execute(
                        Tuple.from(
                            Arrays.<@Nullable Object>asList(
                                tenant.id().value(),
                                tenant.name(),
                                tenant.subdomain().value(),
                                tenant.plan().code(),
                                tenant.isolation().code(),
                                rows.write(tenant.settings()),
                                tenant.adopted().map(AdoptedDatabase::database).orElse(null),
                                tenant.adopted().map(AdoptedDatabase::schema).orElse(null)))))
        .replaceWithVoid();
  }

  /** What became of the request with this key so far. */
  public Uni<EarlierCreation> earlier(CreationKey key) {
    return database
        .execute(FIND_KEY, Tuple.of(key.caller(), key.key()))
        .map(found -> earlier(found, key));
  }

  private static Uni<EarlierCreation> earlier(SqlConnection connection, CreationKey key) {
    return connection
        .preparedQuery(FIND_KEY)
        .execute(Tuple.of(key.caller(), key.key()))
        .map(found -> earlier(found, key));
  }

  private static EarlierCreation earlier(RowSet<Row> found, CreationKey key) {
    if (found.size() == 0) {
      throw new ProblemException(ErrorCode.CONFLICT, "The first request with this key failed");
    }
    Row row = found.iterator().next();
    if (!row.getString("request_hash").equals(key.requestHash())) {
      throw new ProblemException(
          ErrorCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request");
    }
    return new EarlierCreation(
        row.getUUID("tenant_id"), Optional.ofNullable(row.getString("response")));
  }

  /**
   * Keeps the answer for repeats of the request. One that took over what an earlier request had
   * left unfinished has claimed its key for nothing: that is made up for here.
   */
  public Uni<Void> keepResponse(CreationKey key, UUID tenantId, String response) {
    return database
        .execute(
            KEEP_RESPONSE, Tuple.of(key.caller(), key.key(), key.requestHash(), tenantId, response))
        .replaceWithVoid();
  }

  /**
   * Who may repeat which request.
   *
   * @param requestHash tells another body under the same key
   */
  public record CreationKey(String caller, String key, String requestHash) {}

  /**
   * An earlier request with the same key.
   *
   * @param response its answer, once it has one
   */
  public record EarlierCreation(UUID tenantId, Optional<String> response) {}
}
