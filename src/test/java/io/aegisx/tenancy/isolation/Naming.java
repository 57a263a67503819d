package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.testing.Api;

/** The ways in which a request may name its tenant. */
enum Naming {
  HEADER_WITH_ID,
  HEADER_WITH_SUBDOMAIN,
  SUBDOMAIN,
  CUSTOM_DOMAIN,
  PATH_WITH_ID,
  PATH_WITH_SUBDOMAIN,
  /** By the tenant claim alone, at an instance that is set up so. */
  TOKEN;

  /** The instance, with the headers that name the tenant. */
  Api at(Api byRequest, Api byToken, Neighbour tenant) {
    return switch (this) {
      case HEADER_WITH_ID -> byRequest.forTenant(tenant.id);
      case HEADER_WITH_SUBDOMAIN -> byRequest.forTenant(tenant.name);
      case SUBDOMAIN -> byRequest.with("Host", tenant.name + ".localhost");
      case CUSTOM_DOMAIN -> byRequest.with("Host", tenant.domain());
      case PATH_WITH_ID, PATH_WITH_SUBDOMAIN -> byRequest;
      case TOKEN -> byToken;
    };
  }

  /** The path, with the part that names the tenant. */
  String path(String path, Neighbour tenant) {
    return switch (this) {
      case PATH_WITH_ID -> "/tenants/" + tenant.id + path;
      case PATH_WITH_SUBDOMAIN -> "/tenants/" + tenant.name + path;
      default -> path;
    };
  }
}
