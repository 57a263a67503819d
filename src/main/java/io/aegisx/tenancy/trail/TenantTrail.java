package io.aegisx.tenancy.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.audit.AuditChain;
import io.aegisx.tenancy.audit.AuditEvent;
import io.aegisx.tenancy.audit.AuditOrigin;
import io.aegisx.tenancy.audit.AuditQuery;
import io.aegisx.tenancy.audit.AuditSettings;
import io.aegisx.tenancy.isolation.TenantData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of the trail that is kept with the current tenant's data. */
@ApplicationScoped
public class TenantTrail {

  private static final String INSERT =
      "INSERT INTO audit (actor, action, target, outcome, request_id, source_address, before, after)"
          + " VALUES (:actor, :action, :target, :outcome, nullif(:request, ''), nullif(:source, ''),"
          + " CAST(nullif(:before, '') AS jsonb), CAST(nullif(:after, '') AS jsonb))";

  private final TenantData data;
  private final AuditSettings settings;
  private final ObjectMapper json;

  TenantTrail(TenantData data, AuditSettings settings, ObjectMapper json) {
    this.data = data;
    this.settings = settings;
    this.json = json;
  }

  /** Records an event in the current transaction, to be called inside {@link TenantData#write}. */
  public Uni<Void> record(AuditEvent event) {
    AuditOrigin origin = AuditOrigin.current();
    return data.execute(
            INSERT,
            Map.of(
                "actor", origin.actor(),
                "action", event.action(),
                "target", event.target(),
                "outcome", event.outcome().code(),
                "request", origin.requestId().orElse(""),
                "source", origin.sourceAddress().orElse(""),
                "before", event.before().orElse(""),
                "after", event.after().orElse("")))
        .replaceWithVoid();
  }

  /**
   * The same for a write to the tenant's own data, if such are recorded ({@link
   * AuditSettings#tenantWrites}).
   *
   * @param before what it was, as the API shows it; null for what is new
   * @param after what it is; null for what is gone
   */
  public Uni<Void> recordWrite(
      String action, String target, @Nullable Object before, @Nullable Object after) {
    return settings.tenantWrites() && !Objects.equals(before, after)
        ? record(AuditEvent.change(action, target, written(before), written(after)))
        : Uni.createFrom().voidItem();
  }

  private Optional<String> written(@Nullable Object state) {
    try {
      return state == null ? Optional.empty() : Optional.of(json.writeValueAsString(state));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A page of the current tenant's entries as one JSON array. */
  public Uni<String> page(AuditQuery query, int limit) {
    String sql = query.sql("audit", "true", limit, name -> ":" + name);
    return data.read(() -> data.text(sql, query.parameters()));
  }

  /** Every fault in the current tenant's chain, a line each; an empty text if there is none. */
  public Uni<String> faults() {
    return data.read(() -> data.text(AuditChain.faults(""), Map.of()));
  }
}
