package io.aegisx.tenancy.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.audit.AuditQuery;
import io.aegisx.tenancy.registry.AuditLog;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole trail, the newest entries first: what the control plane recorded of a tenant, together
 * with what is recorded inside it; or what the control plane recorded of all tenants.
 */
@ApplicationScoped
class AuditTrail {

  private static final int EXPORT_PAGE = 500;
  private static final TypeReference<List<AuditEntry>> ENTRIES = new TypeReference<>() {};

  /** As PostgreSQL orders them. */
  private static final Comparator<AuditEntry> NEWEST_FIRST =
      Comparator.comparing((AuditEntry entry) -> entry.id().toString()).reversed();

  private final AuditLog log;
  private final TenantTrail trail;
  private final ObjectMapper json;

  AuditTrail(AuditLog log, TenantTrail trail, ObjectMapper json) {
    this.log = log;
    this.trail = trail;
    this.json = json;
  }

  /** Up to so many entries. The storage of a tenant that is not served is not asked. */
  Uni<List<AuditEntry>> page(Optional<Tenant> tenant, AuditQuery query, int limit) {
    Uni<List<AuditEntry>> ofControlPlane =
        log.page(tenant.map(Tenant::id), query, limit).map(this::read);
    return tenant.filter(Tenant::isActive).isEmpty()
        ? ofControlPlane
        : ofControlPlane.flatMap(
            found ->
                trail.page(query, limit).map(this::read).map(more -> merged(found, more, limit)));
  }

  private static List<AuditEntry> merged(List<AuditEntry> one, List<AuditEntry> two, int limit) {
    return Stream.concat(one.stream(), two.stream()).sorted(NEWEST_FIRST).limit(limit).toList();
  }

  /** All entries, read page by page as the client takes them. */
  Multi<AuditEntry> all(Optional<Tenant> tenant, AuditQuery query) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new Position(query),
            position ->
                page(tenant, position.next, EXPORT_PAGE).invoke(found -> position.moveTo(found)))
        .whilst(found -> found.size() == EXPORT_PAGE)
        .onItem()
        .<AuditEntry>disjoint();
  }

  private List<AuditEntry> read(String array) {
    try {
      return json.readValue(array, ENTRIES);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Where an export is. */
  private static final class Position {
    private AuditQuery next;

    Position(AuditQuery first) {
      this.next = first;
    }

    void moveTo(List<AuditEntry> page) {
      if (!page.isEmpty()) {
        next = next.olderThan(page.get(page.size() - 1).id());
      }
    }
  }
}
