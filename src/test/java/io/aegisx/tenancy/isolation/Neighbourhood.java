package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tenants of every isolation in one installation: an instance where requests name the tenant, and
 * one where tokens do.
 */
record Neighbourhood(
    Installation installation,
    ServiceProcess tokenInstance,
    List<Neighbour> tenants,
    Map<String, String> tokens)
    implements AutoCloseable {

  private static final List<String> TABLES =
      List.of("order_lines", "orders", "products", "users", "idempotency_keys");

  static Neighbourhood start() {
    Installation installation = Installation.start("isolation", Map.of());
    Map<String, String> environment = new HashMap<>(installation.stack().environment());
    environment.put("TENANCY_IDENTIFICATION", "token");
    ServiceProcess byToken = ServiceProcess.start(environment).awaitReady();
    Neighbourhood all =
        new Neighbourhood(installation, byToken, new ArrayList<>(), new HashMap<>());
    all.add("ash", "shared_database");
    all.add("birch", "shared_database");
    all.add("cedar", "shared_database");
    all.add("elm", "schema_per_tenant");
    all.add("fir", "schema_per_tenant");
    all.add("hazel", "database_per_tenant");
    all.add("juniper", "database_per_tenant");
    return all;
  }

  private void add(String word, String isolation) {
    String name = word + "-tenant";
    JsonObject settings =
        new JsonObject()
            .put("maxUsers", Neighbour.MAX_USERS)
            .put("customDomain", name + ".example.com");
    String id = installation.tenant(name, isolation, settings).getString("id");
    tenants.add(new Neighbour(name, id, isolation));
    tokens.put(name, installation.stack().issuer().admin(name));
    tokens.put("root " + name, installation.stack().issuer().token("root", name, "super-admin"));
  }

  /** Its administrator, or the platform's, whose token names the tenant for the sake of TOKEN. */
  Api caller(Neighbour tenant, boolean root) {
    String token = tokens.get(root ? "root " + tenant.name : tenant.name);
    return installation.service().api().withToken(token);
  }

  /** The instance where tokens name the tenant. */
  Api byToken() {
    return tokenInstance.api();
  }

  Neighbour after(Neighbour tenant) {
    return tenants.get((tenants.indexOf(tenant) + 1) % tenants.size());
  }

  /** Empties every tenant, behind the service's back. */
  void clear() {
    for (Neighbour tenant : tenants) {
      tenant.forgetAll();
      Storage storage = tenant.storage();
      String[] deletions =
          TABLES.stream()
              .map(table -> "DELETE FROM " + storage.schema() + "." + table)
              .toArray(String[]::new);
      installation.stack().superuser().in(storage.database(), deletions);
    }
  }

  /** Tables of a tenant's own with rows that bear another tenant's id. */
  List<String> strayRows(Neighbour tenant) {
    String strays =
        TABLES.stream()
            .map(table -> tenant.storage().schema() + "." + table)
            .map(
                table ->
                    "SELECT '%1$s' FROM %1$s WHERE tenant_id <> '%2$s'".formatted(table, tenant.id))
            .collect(Collectors.joining(" UNION ALL "));
    return tenant.isolation.equals("shared_database")
        ? List.of()
        : installation.stack().superuser().textsIn(tenant.storage().database(), strays);
  }

  @Override
  public void close() {
    tokenInstance.close();
    installation.close();
  }
}
