package io.aegisx.tenancy.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One tenant under load, and what it was promised: each write that was answered with success must
 * be there in the end, and nothing of anybody else ever.
 */
final class Ledger {

  private static final Set<String> OUTAGES =
      Set.of("STORAGE_UNAVAILABLE", "TENANT_NOT_READY", "IDP_UNAVAILABLE");

  private final String tenant;
  private final Api api;
  private final Map<String, String> promised = new ConcurrentHashMap<>();

  Ledger(String tenant, Api api) {
    this.tenant = tenant;
    this.api = api;
  }

  String tenant() {
    return tenant;
  }

  /** Writes a row; it counts once the service has said that it is there. */
  void write(String sku) {
    Api.Answer answer =
        api.post("/products", Fixtures.product(sku, 1, 1).put("name", "Goods of " + tenant));
    if (answer.status() == 201) {
      promised.put(answer.json().getString("id"), sku);
    } else {
      requireOutage(answer);
    }
  }

  /** Reads some rows: all of them are this tenant's. */
  void read() {
    Api.Answer answer = api.get("/products?limit=20");
    if (answer.status() == 200) {
      answer.array().forEach(item -> requireOwn((JsonObject) item));
    } else {
      requireOutage(answer);
    }
  }

  /** Tries a statement that fails; the transaction must not poison the next one. */
  void fail() {
    if (promised.isEmpty()) {
      return;
    }
    String taken = promised.values().iterator().next();
    Api.Answer answer = api.post("/products", Fixtures.product(taken, 1, 1));
    if (!answer.code().equals("CONFLICT")) {
      requireOutage(answer);
    }
  }

  /** Whether the tenant is served now. */
  boolean isServed() {
    return api.get("/products?limit=1").status() == 200;
  }

  /** Every promise is kept. */
  void requireKept() {
    for (Map.Entry<String, String> promise : promised.entrySet()) {
      Api.Answer answer = api.get("/products/" + promise.getKey());
      assertEquals(200, answer.status(), tenant + " has lost " + promise + ": " + answer);
      assertEquals(promise.getValue(), answer.json().getString("sku"));
    }
    JsonArray listed = api.get("/products?limit=200").array();
    listed.forEach(item -> requireOwn((JsonObject) item));
  }

  int promises() {
    return promised.size();
  }

  private void requireOwn(JsonObject item) {
    assertEquals("Goods of " + tenant, item.getString("name"), tenant + " was shown " + item);
  }

  private void requireOutage(Api.Answer answer) {
    assertTrue(OUTAGES.contains(answer.code()), () -> tenant + " was answered " + answer);
    assertTrue(answer.header("Retry-After") != null, answer::toString);
  }
}
