package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.development.LocalPostgres;
import io.vertx.core.json.JsonObject;

/** Where the tables of a tenant are. */
record Storage(String database, String schema) {

  static Storage of(JsonObject tenant) {
    return of(tenant.getString("id"), tenant.getString("isolation"));
  }

  static Storage of(String id, String isolation) {
    String own = "tenant_" + id.replace("-", "");
    return switch (isolation) {
      case "shared_database" -> new Storage(LocalPostgres.DATABASE, "shared");
      case "schema_per_tenant" -> new Storage(LocalPostgres.DATABASE, own);
      default -> new Storage(own, "app");
    };
  }
}
