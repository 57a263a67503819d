package io.aegisx.tenancy.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.audit.AuditEvent;
import io.aegisx.tenancy.configuration.definition.ConfigurationSettings;
import io.aegisx.tenancy.configuration.definition.JsonValues;
import io.aegisx.tenancy.configuration.definition.SettingDefinition;
import io.aegisx.tenancy.configuration.definition.SettingDefinitions;
import io.aegisx.tenancy.configuration.definition.SettingView;
import io.aegisx.tenancy.configuration.store.SettingCache;
import io.aegisx.tenancy.configuration.store.SettingSecrets;
import io.aegisx.tenancy.configuration.store.SettingStore;
import io.aegisx.tenancy.configuration.store.StoredSetting;
import io.aegisx.tenancy.http.EntityTags;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.TenantAnnouncements;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.trail.TenantTrail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets and unsets what the current tenant has for itself. The value, and who changed it, are
 * written in one transaction; then every replica forgets what it remembered.
 */
@ApplicationScoped
class SettingWriter {

  private final TenantData data;
  private final SettingStore store;
  private final SettingCache cache;
  private final SettingDefinitions definitions;
  private final SettingSecrets secrets;
  private final ConfigurationSettings limits;
  private final TenantTrail trail;
  private final TenantAnnouncements announcements;
  private final Caller caller;

  SettingWriter(
      TenantData data,
      SettingStore store,
      SettingCache cache,
      SettingDefinitions definitions,
      SettingSecrets secrets,
      ConfigurationSettings limits,
      TenantTrail trail,
      TenantAnnouncements announcements,
      Caller caller) {
    this.data = data;
    this.store = store;
    this.cache = cache;
    this.definitions = definitions;
    this.secrets = secrets;
    this.limits = limits;
    this.trail = trail;
    this.announcements = announcements;
    this.caller = caller;
  }

  Uni<Void> put(String key, SettingInput input, @Nullable String ifMatch) {
    requireMayWrite(key);
    requireFits(key, input.value());
    return written(() -> putNow(key, input, ifMatch));
  }

  Uni<Void> unset(String key, @Nullable String ifMatch) {
    requireMayWrite(key);
    return written(() -> unsetNow(key, ifMatch));
  }

  private Uni<Void> written(Supplier<Uni<Void>> work) {
    return data.write(() -> data.lock("configuration").chain(work::get))
        .chain(TenantContext::current)
        .invoke(cache::forget)
        .flatMap(tenant -> announcements.changed(tenant.id()));
  }

  private void requireMayWrite(String key) {
    SettingKeys.requireWellFormed(key);
    boolean platformOnly =
        definitions
            .of(key)
            .filter(found -> found.writer() == SettingDefinition.Writer.SUPER_ADMIN)
            .isPresent();
    if (platformOnly && !caller.isSuperAdmin()) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "The platform sets " + key);
    }
  }

  private void requireFits(String key, JsonNode value) {
    if (value.toString().length() > limits.maxLength()) {
      throw ProblemException.invalid(
          "value", "must be no longer than " + limits.maxLength() + " characters");
    }
    JsonValues.fault(value)
        .or(() -> definitions.fault(key, value))
        .ifPresent(
            fault -> {
              throw ProblemException.invalid("value", fault);
            });
  }

  private Uni<Void> putNow(String key, SettingInput input, @Nullable String ifMatch) {
    return store
        .find(key)
        .call(before -> requireMatch(ifMatch, key, before))
        .call(this::requireRoom)
        .flatMap(before -> putOver(before, key, input));
  }

  /** Where the tenant has set nothing, what was read came from below. */
  private Uni<Void> requireMatch(
      @Nullable String ifMatch, String key, Optional<StoredSetting> before) {
    Optional<String> own = before.filter(StoredSetting::set).map(StoredSetting::tag);
    return TenantContext.current()
        .map(tenant -> Optional.ofNullable(definitions.below(tenant.plan()).get(key)))
        .map(below -> own.or(() -> below.map(SettingView::tag)))
        .invoke(tag -> EntityTags.requireMatch(ifMatch, tag))
        .replaceWithVoid();
  }

  private Uni<Void> putOver(Optional<StoredSetting> before, String key, SettingInput input) {
    boolean secret = isSecret(before, key, input);
    Uni<String> text =
        secret
            ? secrets.seal(key, input.value())
            : Uni.createFrom().item(() -> input.value().toString());
    return text.flatMap(value -> store.put(key, value, secret))
        .chain(() -> record("config.set", key, before));
  }

  /** What the request says; else what the program says, or what it was. */
  private boolean isSecret(Optional<StoredSetting> before, String key, SettingInput input) {
    return definitions.of(key).map(SettingDefinition::secret).orElse(false)
        || input.wantsSecret().orElseGet(() -> before.map(StoredSetting::secret).orElse(false));
  }

  private Uni<Void> requireRoom(Optional<StoredSetting> before) {
    return before.filter(StoredSetting::set).isPresent()
        ? Uni.createFrom().voidItem()
        : store.all().invoke(all -> requireBelow(all.size())).replaceWithVoid();
  }

  private void requireBelow(int current) {
    if (current >= limits.maxKeys()) {
      throw new ProblemException(
          ErrorCode.QUOTA_EXCEEDED,
          "configuration: " + current + " settings, " + limits.maxKeys() + " allowed");
    }
  }

  private Uni<Void> unsetNow(String key, @Nullable String ifMatch) {
    return store
        .find(key)
        .map(found -> found.filter(StoredSetting::set).orElseThrow(SettingService::notFound))
        .invoke(found -> EntityTags.requireMatch(ifMatch, Optional.of(found.tag())))
        .flatMap(
            found -> store.unset(key).chain(() -> record("config.unset", key, Optional.of(found))));
  }

  private Uni<Void> record(String action, String key, Optional<StoredSetting> before) {
    return store
        .find(key)
        .flatMap(
            after ->
                trail.record(
                    AuditEvent.change(
                        action,
                        "config/" + key,
                        before.flatMap(StoredSetting::audited),
                        after.flatMap(StoredSetting::audited))));
  }
}
