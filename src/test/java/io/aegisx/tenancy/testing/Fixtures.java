package io.aegisx.tenancy.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes tenants and what is in them, through the API. */
public final class Fixtures {

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final String RUN = Long.toString(System.nanoTime() & 0xFFFFFF, 36);

  private Fixtures() {}

  /** The three ways to keep tenants apart, as the API calls them. */
  public static final String[] ISOLATIONS = {
    "shared_database", "schema_per_tenant", "database_per_tenant"
  };

  /** A subdomain that no other test has. */
  public static String subdomain() {
    return "t" + RUN + "-" + COUNTER.incrementAndGet();
  }

  /** A super-admin without a tenant. */
  public static Api root() {
    return Api.ofService().withToken(ServiceResource.issuer().superAdmin());
  }

  /** The administrator of a tenant, naming it by header. */
  public static Api admin(String subdomain) {
    return Api.ofService()
        .withToken(ServiceResource.issuer().admin(subdomain))
        .forTenant(subdomain);
  }

  /** A member of a tenant, naming it by header. */
  public static Api member(String subdomain) {
    return Api.ofService()
        .withToken(ServiceResource.issuer().member(subdomain))
        .forTenant(subdomain);
  }

  /** A new active tenant; answers its representation. */
  public static JsonObject tenant(String isolation) {
    return tenant(isolation, "basic");
  }

  public static JsonObject tenant(String isolation, String plan) {
    String subdomain = subdomain();
    Api.Answer answer =
        root()
            .post(
                "/tenants",
                new JsonObject()
                    .put("name", "Tenant " + subdomain)
                    .put("subdomain", subdomain)
                    .put("plan", plan)
                    .put("isolation", isolation));
    if (answer.status() != 201) {
      throw new AssertionError("No tenant was made: " + answer);
    }
    return answer.json();
  }

  public static JsonObject user(String email) {
    return new JsonObject().put("email", email).put("name", "Name of " + email);
  }

  public static JsonObject product(String sku, long priceCents, long stock) {
    return new JsonObject()
        .put("sku", sku)
        .put("name", "Product " + sku)
        .put("priceCents", priceCents)
        .put("currency", "EUR")
        .put("stock", stock);
  }

  public static JsonObject order(String userId, String productId, long quantity) {
    return new JsonObject()
        .put("userId", userId)
        .put(
            "lines",
            new JsonArray()
                .add(new JsonObject().put("productId", productId).put("quantity", quantity)));
  }

  /** Waits a moment before something is looked at again. */
  public static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
