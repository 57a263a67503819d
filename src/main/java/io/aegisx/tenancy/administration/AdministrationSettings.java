package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.tenant.Isolation;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How new tenants are made. */
@ConfigMapping(prefix = "tenancy")
public interface AdministrationSettings {

  /** The isolation of a tenant whose request and plan name none. {@code TENANCY_STRATEGY}. */
  @WithDefault("shared_database")
  Isolation strategy();

  /** The domain whose subdomains are tenants; no custom domain lies in it. */
  @WithDefault("localhost")
  String baseDomain();
}
