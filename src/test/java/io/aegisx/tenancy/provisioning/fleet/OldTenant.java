package io.aegisx.tenancy.provisioning.fleet;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;

/** A tenant whose tables are those of the first version. */
record OldTenant(Installation service, String name, String id, String database, String schema) {

  static OldTenant make(Installation service, String isolation) {
    String name = Fixtures.subdomain();
    String id = service.tenant(name, isolation).getString("id");
    service.admin(name).post("/users", Fixtures.user("kept@example.com"));
    String hex = id.replace("-", "");
    boolean own = isolation.equals("database_per_tenant");
    String database =
        own
            ? service
                .stack()
                .superuser()
                .texts("SELECT datname FROM pg_database WHERE datname LIKE '%" + hex + "'")
                .get(0)
            : "aegisx";
    OldTenant old = new OldTenant(service, name, id, database, own ? "app" : "tenant_" + hex);
    old.sql(
        "DROP TABLE {schema}.audit, {schema}.audit_head",
        "DROP FUNCTION {schema}.chain_audit",
        "ALTER TABLE {schema}.configuration DROP COLUMN secret, DROP COLUMN version",
        "ALTER TABLE {schema}.configuration ALTER COLUMN value SET NOT NULL",
        "ALTER TABLE {schema}.users DROP COLUMN IF EXISTS name_index",
        "DELETE FROM {schema}.flyway_schema_history WHERE version::int > 1");
    service
        .stack()
        .sql("UPDATE registry.storage_versions SET version = 1 WHERE tenant_id = '" + id + "'");
    return old;
  }

  void sql(String... statements) {
    for (String statement : statements) {
      service.stack().superuser().in(database, of(statement));
    }
  }

  String of(String statement) {
    return statement.replace("{schema}", schema);
  }

  Api.Answer users() {
    return service.admin(name).get("/users");
  }

  String lastError() {
    return service
        .stack()
        .superuser()
        .texts("SELECT last_error FROM registry.storage_versions WHERE tenant_id = '" + id + "'")
        .get(0);
  }
}
