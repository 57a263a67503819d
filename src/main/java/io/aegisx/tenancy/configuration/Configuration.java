package io.aegisx.tenancy.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.configuration.definition.Origin;
import io.aegisx.tenancy.configuration.definition.SettingDefinitions;
import io.aegisx.tenancy.configuration.definition.SettingView;
import io.aegisx.tenancy.configuration.store.SettingCache;
import io.aegisx.tenancy.configuration.store.SettingSecrets;
import io.aegisx.tenancy.configuration.store.StoredSetting;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds for the current tenant, for the program to read. Cheap: values are remembered. */
@ApplicationScoped
public class Configuration {

  private final SettingDefinitions definitions;
  private final SettingCache cache;
  private final SettingSecrets secrets;

  Configuration(SettingDefinitions definitions, SettingCache cache, SettingSecrets secrets) {
    this.definitions = definitions;
    this.cache = cache;
    this.secrets = secrets;
  }

  /** The value of a setting in the clear, from the uppermost layer that has one. */
  public Uni<Optional<JsonNode>> value(String key) {
    return find(key)
        .flatMap(
            found ->
                found
                    .map(setting -> revealed(setting).map(SettingView::value).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /** The setting as it is shown to those who may not see secrets. */
  Uni<Optional<SettingView>> find(String key) {
    return effective().map(values -> Optional.ofNullable(values.get(key)));
  }

  /** A setting of {@link #effective} with its value in the clear. */
  Uni<SettingView> revealed(SettingView setting) {
    return setting.secret() && setting.origin() == Origin.TENANT
        ? secrets.open(setting.key(), setting.value()).map(setting::withValue)
        : Uni.createFrom().item(setting);
  }

  /** Everything that holds, by key; secrets of the tenant as they are stored. */
  Uni<Map<String, SettingView>> effective() {
    return TenantContext.current()
        .flatMap(tenant -> cache.ofCurrentTenant().map(own -> layered(tenant, own)));
  }

  private Map<String, SettingView> layered(Tenant tenant, List<StoredSetting> own) {
    Map<String, SettingView> values = definitions.below(tenant.plan());
    own.forEach(setting -> values.put(setting.key(), setting.view()));
    return values;
  }
}
