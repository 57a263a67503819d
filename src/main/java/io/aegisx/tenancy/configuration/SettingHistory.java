package io.aegisx.tenancy.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.aegisx.tenancy.audit.AuditQuery;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.trail.TenantTrail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads from the audit trail how a setting came to be what it is. */
@ApplicationScoped
class SettingHistory {

  private final TenantTrail trail;
  private final ObjectReader changes;

  SettingHistory(TenantTrail trail, ObjectMapper json) {
    this.trail = trail;
    this.changes =
        json.readerFor(new TypeReference<List<SettingChange>>() {})
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  Uni<Page<SettingChange>> list(String key, PageRequest page) {
    SettingKeys.requireWellFormed(key);
    int limit = page.limit();
    return trail
        .page(changesOf(key, page), limit + 1)
        .map(found -> Page.of(read(found), limit, SettingChange::id));
  }

  private static AuditQuery changesOf(String key, PageRequest page) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.of("config/" + key),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        page.after());
  }

  private List<SettingChange> read(String array) {
    try {
      return changes.readValue(array);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
