package io.aegisx.tenancy.encryption.attribute;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.testing.Superuser;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The users of a tenant as they are stored, under whatever isolation. */
record Columns(Superuser superuser, String database, String table, String id) {

  static Columns of(Superuser superuser, JsonObject tenant) {
    String own = "tenant_" + tenant.getString("id").replace("-", "");
    String isolation = tenant.getString("isolation");
    String database = isolation.equals("database_per_tenant") ? own : LocalPostgres.DATABASE;
    String schema =
        isolation.equals("shared_database")
            ? "shared"
            : isolation.equals("schema_per_tenant")
                ? own
                : superuser
                    .textsIn(own, "SELECT schemaname FROM pg_tables WHERE tablename = 'users'")
                    .get(0);
    return new Columns(superuser, database, schema + ".users", tenant.getString("id"));
  }

  /** What is stored for a user. */
  String of(String column, String user) {
    return superuser
        .textsIn(database, "SELECT " + column + " FROM " + table + " WHERE id = '" + user + "'")
        .get(0);
  }

  List<String> names() {
    return superuser.textsIn(
        database, "SELECT name FROM " + table + " WHERE tenant_id = '" + id + "' ORDER BY id");
  }

  void set(String column, String user, String value) {
    superuser.in(
        database,
        ("UPDATE " + table + " SET " + column + " = ")
            + (value == null ? "NULL" : "'" + value + "'")
            + (" WHERE id = '" + user + "'"));
  }
}
