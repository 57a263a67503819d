package io.aegisx.tenancy.encryption.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An installation without a key, that is given one, rotates it, and destroys it. */
class EncryptionBeginsIT {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int USERS = 7;

  private static ServiceStack stack;

  @BeforeAll
  static void start() {
    stack = ServiceStack.start("attributes");
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void namesInTheClearStayReadableAreFoundAndAreEncryptedByTheNextRotation() {
    Map<String, JsonObject> tenants = new LinkedHashMap<>();
    try (ServiceProcess without = start(false)) {
      for (String isolation : Fixtures.ISOLATIONS) {
        JsonObject tenant = tenant(without, isolation);
        tenants.put(isolation, tenant);
        fill(admin(without, tenant), columns(tenant));
      }
      assertTrue(without.output().contains("stored in the clear"), without.output());
    }
    try (ServiceProcess with = start(true)) {
      tenants.values().forEach(tenant -> encrypt(with, tenant));
      tenants.values().forEach(tenant -> rotateWithADamagedRow(with, tenant));
      destroy(with, tenants.get("schema_per_tenant"));
    }
    try (ServiceProcess without = start(false)) {
      JsonObject tenant = tenants.get("shared_database");
      ProblemAssert.assertProblem(
          ErrorCode.STORAGE_UNAVAILABLE, admin(without, tenant).get("/users"));
    }
  }

  private static void fill(Api admin, Columns columns) {
    for (int i = 0; i < USERS; i++) {
      String name = i == 0 ? "enc:1:1:AAAA" : "Name " + i;
      Api.Answer made = admin.post("/users", user(i, name));
      assertEquals(201, made.status(), made.text());
    }
    assertTrue(columns.names().contains("Name 1"));
    assertEquals(1, admin.get("/users?name=Name%201").array().size());
    assertEquals(1, admin.get("/users?name=enc:1:1:AAAA").array().size());
  }

  private static void encrypt(ServiceProcess service, JsonObject tenant) {
    Api admin = admin(service, tenant);
    Api.Answer before = admin.get("/users");
    assertEquals(USERS, before.array().size());
    assertEquals(1, admin.get("/users?name=Name%201").array().size());
    String path = "/users/" + before.array().getJsonObject(1).getString("id");
    String tag = admin.get(path).header("ETag");

    rotate(service, tenant);
    await(service, tenant, keys -> keys.getValue("rotation") == null);

    List<String> stored = columns(tenant).names();
    assertTrue(stored.stream().allMatch(name -> name.startsWith("enc:1:2:")), stored.toString());
    assertEquals(before.array(), admin.get("/users").array());
    assertEquals(tag, admin.get(path).header("ETag"));
    assertEquals(1, admin.get("/users?name=Name%201").array().size());
    assertEquals(1, admin.get("/users?name=enc:1:1:AAAA").array().size());
  }

  /** More damaged rows than a batch has come first: they keep no other from its turn. */
  private static void rotateWithADamagedRow(ServiceProcess service, JsonObject tenant) {
    Api admin = admin(service, tenant);
    Columns columns = columns(tenant);
    List<String> ids = ids(admin);
    Map<String, String> whole = new LinkedHashMap<>();
    ids.subList(0, 3).forEach(id -> whole.put(id, columns.of("name", id)));
    String foreign = columns.of("name", ids.get(5));
    whole.keySet().forEach(id -> columns.set("name", id, foreign));

    rotate(service, tenant);
    await(
        service,
        tenant,
        keys ->
            keys.getValue("rotation") != null
                && "3 values could not be re-encrypted"
                    .equals(keys.getJsonObject("rotation").getString("lastError")));
    assertTrue(columns.of("name", ids.get(6)).startsWith("enc:1:3:"));
    whole.forEach((id, name) -> columns.set("name", id, name));
    assertEquals("Name 6", admin.get("/users/" + ids.get(6)).json().getString("name"));
    assertEquals("Name 1", admin.get("/users/" + ids.get(1)).json().getString("name"));
  }

  private static void destroy(ServiceProcess service, JsonObject tenant) {
    Api admin = admin(service, tenant);
    String id = ids(admin).get(0);
    assertEquals(204, root(service).forTenant(subdomain(tenant)).delete("/keys").status());

    ProblemAssert.assertProblem(ErrorCode.CONFLICT, admin.get("/users/" + id));
    ProblemAssert.assertProblem(ErrorCode.CONFLICT, admin.post("/users", user(99, "New")));
    ProblemAssert.assertProblem(ErrorCode.CONFLICT, admin.get("/users?name=New"));
    assertEquals(201, admin.post("/products", Fixtures.product("sku", 1, 1)).status());
    assertFalse(columns(tenant).names().contains("New"));
  }

  private static List<String> ids(Api admin) {
    return admin.get("/users").array().stream()
        .map(user -> ((JsonObject) user).getString("id"))
        .toList();
  }

  private static void rotate(ServiceProcess service, JsonObject tenant) {
    Api.Answer accepted = root(service).forTenant(subdomain(tenant)).post("/keys/rotate", null);
    assertEquals(202, accepted.status(), accepted.text());
  }

  private static void await(
      ServiceProcess service, JsonObject tenant, java.util.function.Predicate<JsonObject> state) {
    Polling.await(LONGEST, () -> state.test(admin(service, tenant).get("/keys").json()));
  }

  private static JsonObject user(int number, String name) {
    return new JsonObject().put("email", number + "@example.com").put("name", name);
  }

  private static JsonObject tenant(ServiceProcess service, String isolation) {
    String subdomain = Fixtures.subdomain();
    Api.Answer made =
        root(service)
            .post(
                "/tenants",
                new JsonObject()
                    .put("name", subdomain)
                    .put("subdomain", subdomain)
                    .put("plan", "enterprise")
                    .put("isolation", isolation));
    assertEquals(201, made.status(), made.text());
    return made.json();
  }

  private static ServiceProcess start(boolean encrypting) {
    Map<String, String> environment = new LinkedHashMap<>(stack.environment());
    environment.put("TENANCY_ENCRYPTION_OLD_KEYS_REMAIN", "1s");
    environment.put("TENANCY_ENCRYPTION_ROTATION_CHECK_EVERY", "1s");
    environment.put("TENANCY_ENCRYPTION_ROTATION_BATCH", "3");
    if (!encrypting) {
      environment.remove("ENCRYPTION_SECRET");
    }
    return ServiceProcess.start(environment).awaitReady();
  }

  private static Columns columns(JsonObject tenant) {
    return Columns.of(stack.superuser(), tenant);
  }

  private static String subdomain(JsonObject tenant) {
    return tenant.getString("subdomain");
  }

  private static Api root(ServiceProcess service) {
    return service.api().withToken(stack.issuer().superAdmin());
  }

  private static Api admin(ServiceProcess service, JsonObject tenant) {
    return service
        .api()
        .withToken(stack.issuer().admin(subdomain(tenant)))
        .forTenant(subdomain(tenant));
  }
}
