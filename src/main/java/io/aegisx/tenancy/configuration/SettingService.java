package io.aegisx.tenancy.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.configuration.definition.Origin;
import io.aegisx.tenancy.configuration.definition.SettingDefinitions;
import io.aegisx.tenancy.configuration.definition.SettingView;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the current tenant's settings to those who ask. */
@ApplicationScoped
class SettingService {

  private final Configuration configuration;
  private final SettingDefinitions definitions;
  private final Caller caller;

  SettingService(Configuration configuration, SettingDefinitions definitions, Caller caller) {
    this.configuration = configuration;
    this.definitions = definitions;
    this.caller = caller;
  }

  Uni<Page<SettingView>> list(PageRequest page) {
    int limit = page.limit();
    String after = page.afterText().orElse("");
    return configuration
        .effective()
        .map(values -> after(after, values.values(), limit + 1))
        .flatMap(this::shown)
        .map(found -> Page.of(found, limit, SettingView::key));
  }

  private static List<SettingView> after(String key, Collection<SettingView> all, int limit) {
    return all.stream().filter(setting -> setting.key().compareTo(key) > 0).limit(limit).toList();
  }

  private Uni<List<SettingView>> shown(List<SettingView> settings) {
    return Multi.createFrom()
        .iterable(settings)
        .onItem()
        .transformToUniAndConcatenate(this::shown)
        .collect()
        .asList();
  }

  /** A secret's value is for the tenant's own administrators only. */
  private Uni<SettingView> shown(SettingView setting) {
    return caller.has(Roles.TENANT_ADMIN)
        ? configuration.revealed(setting)
        : Uni.createFrom().item(setting.masked());
  }

  /**
   * A setting; where nobody has set one, the value that the caller would take instead.
   *
   * @param fallback JSON
   */
  Uni<Tagged<SettingView>> get(String key, @Nullable String fallback) {
    SettingKeys.requireWellFormed(key);
    Optional<JsonNode> instead = Optional.ofNullable(fallback).map(this::readDefault);
    return configuration
        .find(key)
        .map(found -> found.or(() -> instead.map(value -> ofCaller(key, value))))
        .map(found -> found.orElseThrow(SettingService::notFound))
        .flatMap(this::shown)
        .map(setting -> new Tagged<>(setting, setting.tag()));
  }

  private JsonNode readDefault(String text) {
    return definitions
        .read(text)
        .orElseThrow(() -> ProblemException.invalid("default", "must be JSON"));
  }

  private static SettingView ofCaller(String key, JsonNode value) {
    return SettingView.below(key, value, false, Origin.DEFAULT);
  }

  static ProblemException notFound() {
    return new ProblemException(ErrorCode.NOT_FOUND, "This setting has no value in this tenant");
  }
}
