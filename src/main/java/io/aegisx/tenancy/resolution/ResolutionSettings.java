package io.aegisx.tenancy.resolution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How requests name their tenant. */
@ConfigMapping(prefix = "tenancy")
public interface ResolutionSettings {

  /** The sources that count, in this order. {@code TENANCY_IDENTIFICATION}. */
  @WithDefault("subdomain,header,path")
  List<Source> identification();

  /** The domain whose subdomains are tenants. {@code TENANCY_BASE_DOMAIN}. */
  @WithDefault("localhost")
  String baseDomain();

  /** The tenant, id or subdomain, of requests that name none. {@code DEFAULT_TENANT}. */
  Optional<String> defaultTenant();

  /** Name, with dots for nesting, of the token claim that names the tenant. */
  @WithDefault("tenant_id")
  String tenantClaim();

  /** Where a tenant may be named. */
  enum Source {
    SUBDOMAIN,
    HEADER,
    PATH,
    TOKEN
  }
}
