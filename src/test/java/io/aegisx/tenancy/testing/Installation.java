package io.aegisx.tenancy.testing;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The package at work on a server of its own, for tests that starve, break or overload it. */
public record Installation(ServiceStack stack, ServiceProcess service) implements AutoCloseable {

  private static final Pattern IN_USE =
      Pattern.compile("(?m)^tenant_db_connections\\{[^}]*} ([0-9.]+)$");

  /** Starts both; the variables come on top of a complete environment. */
  public static Installation start(String name, Map<String, String> more) {
    ServiceStack stack = ServiceStack.start(name);
    Map<String, String> environment = new LinkedHashMap<>(stack.environment());
    environment.putAll(more);
    return new Installation(stack, ServiceProcess.start(environment).awaitReady());
  }

  public Api root() {
    return service.api().withToken(stack.issuer().superAdmin());
  }

  /** The administrator of a tenant, naming it by header. */
  public Api admin(String subdomain) {
    return service.api().withToken(stack.issuer().admin(subdomain)).forTenant(subdomain);
  }

  /** A new active tenant; answers its representation. */
  public JsonObject tenant(String subdomain, String isolation, JsonObject settings) {
    JsonObject wanted =
        new JsonObject()
            .put("name", "Tenant " + subdomain)
            .put("subdomain", subdomain)
            .put("plan", "enterprise")
            .put("isolation", isolation)
            .put("settings", settings);
    Api.Answer made = root().post("/tenants", wanted);
    if (made.status() != 201) {
      throw new AssertionError("No tenant was made: " + made + "\n" + service.output());
    }
    return made.json();
  }

  public JsonObject tenant(String subdomain, String isolation) {
    return tenant(subdomain, isolation, new JsonObject());
  }

  /** What the metric of connections in use says of each tenant. */
  public List<Double> connectionsInUse() {
    return IN_USE
        .matcher(service.management().get("/q/metrics").text())
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }

  @Override
  public void close() {
    service.close();
    stack.close();
  }
}
