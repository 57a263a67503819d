package io.aegisx.tenancy.configuration.definition;

import io.aegisx.tenancy.tenant.Plan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.Map;

/** The layers below a tenant's own values, and how much a tenant may keep. */
@ConfigMapping(prefix = "tenancy.configuration")
public interface ConfigurationSettings {

  /**
   * Values for all tenants, each as JSON, by key: {@code tenancy.configuration.platform."ui.x"}.
   */
  Map<String, String> platform();

  /**
   * Values for the tenants of a plan, each as JSON: {@code tenancy.configuration.plans.pro."x"}.
   */
  Map<Plan, Map<String, String>> plans();

  /** How many keys a tenant may set, 1 to 10,000. */
  @WithDefault("1000")
  @Positive
  @Max(10_000)
  int maxKeys();

  /** How long a value may be as JSON, in characters, 1 to 1,000,000. */
  @WithDefault("65536")
  @Positive
  @Max(1_000_000)
  int maxLength();

  /** How many tenants' values are remembered, one or more. */
  @WithDefault("10000")
  @Positive
  int cachedTenants();
}
