package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.audit.AuditChain;
import io.aegisx.tenancy.audit.AuditEvent;
import io.aegisx.tenancy.audit.AuditOrigin;
import io.aegisx.tenancy.audit.AuditQuery;
import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trail of the control plane. Changes to tenants record themselves, see V4__audit. */
@ApplicationScoped
public class AuditLog {

  private static final String SCHEMA = "registry.";

  private static final String INSERT =
      "INSERT INTO registry.audit (tenant_id, actor, action, target, outcome, request_id,"
          + " source_address, before, after)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb)";

  private final RegistryDatabase database;

  AuditLog(RegistryDatabase database) {
    this.database = database;
  }

  /** Records what the current request does to a tenant, apart from any other change. */
  public Uni<Void> record(TenantId tenant, AuditEvent event) {
    AuditOrigin origin = AuditOrigin.current();
    return database
        .execute(
            INSERT,
            Tuple.from(
                Arrays.<@Nullable Object>asList(
                    tenant.value(),
                    origin.actor(),
                    event.action(),
                    event.target(),
                    event.outcome().code(),
                    origin.requestId().orElse(null),
                    origin.sourceAddress().orElse(null),
                    event.before().orElse(null),
                    event.after().orElse(null))))
        .replaceWithVoid();
  }

  /**
   * A page of entries as one JSON array.
   *
   * @param tenant whose; empty for those of all tenants
   */
  public Uni<String> page(Optional<TenantId> tenant, AuditQuery query, int limit) {
    List<Object> values = new ArrayList<>();
    String whose = tenant.map(id -> "tenant_id = " + numbered(values, id.value())).orElse("true");
    String sql =
        query.sql(
            SCHEMA + "audit",
            whose,
            limit,
            name -> numbered(values, query.parameters().getOrDefault(name, "")));
    return text(sql, Tuple.from(values));
  }

  private static String numbered(List<Object> values, Object value) {
    values.add(value);
    return "$" + values.size();
  }

  /** Every fault in the chains, a line each; an empty text if there is none. */
  public Uni<String> faults() {
    return text(AuditChain.faults(SCHEMA), Tuple.tuple());
  }

  /** How much there is, in words. */
  public Uni<String> extent() {
    return text(AuditChain.extent(SCHEMA), Tuple.tuple());
  }

  private Uni<String> text(String sql, Tuple parameters) {
    return database.execute(sql, parameters).map(rows -> rows.iterator().next().getString(0));
  }
}
