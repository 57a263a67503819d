package io.aegisx.tenancy.encryption.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** New keys while secrets are read and written, and keys that are gone. */
class KeyRotationIT {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Map<String, String> QUICKLY =
      Map.of(
          "TENANCY_ENCRYPTION_OLD_KEYS_REMAIN", "1s",
          "TENANCY_ENCRYPTION_ROTATION_CHECK_EVERY", "1s",
          "TENANCY_ENCRYPTION_ROTATION_BATCH", "3");

  private static Installation service;

  @BeforeAll
  static void start() {
    service = Installation.start("keys", QUICKLY);
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @Test
  void secretsStayReadableWhileTheirKeyIsRotated() {
    List<String> tenants = Stream.of(Fixtures.ISOLATIONS).map(KeyRotationIT::tenant).toList();
    tenants.forEach(tenant -> setAll(tenant, "secret", "v"));

    for (String tenant : tenants) {
      assertEquals(202, root(tenant).post("/keys/rotate", null).status());
      assertAll(tenant, "secret", "v");
      setAll(tenant, "new", "n");
    }
    tenants.forEach(tenant -> awaitRotated(tenant, 2));

    for (String tenant : tenants) {
      assertAll(tenant, "secret", "v");
      assertAll(tenant, "new", "n");
      assertEquals(List.of("data 1 destroyed", "data 2 active", "index 1 active"), states(tenant));
      assertEquals(List.of("key.destroyed", "key.replaced", "key.created"), recorded(tenant));
    }
  }

  private static List<String> recorded(String tenant) {
    return service.admin(tenant).get("/audit?target=keys/data/1").array().stream()
        .map(entry -> ((JsonObject) entry).getString("action"))
        .toList();
  }

  private static void setAll(String tenant, String key, String value) {
    for (int i = 0; i < 10; i++) {
      set(service.admin(tenant), key + i, value + i);
    }
  }

  private static void assertAll(String tenant, String key, String value) {
    for (int i = 0; i < 10; i++) {
      assertEquals(value + i, value(service.admin(tenant), key + i));
    }
  }

  @Test
  void aRotationIsCompletedByAnotherReplicaIfTheFirstIsKilled() throws Exception {
    String tenant = tenant("schema_per_tenant");
    Api admin = service.admin(tenant);
    for (int i = 0; i < 12; i++) {
      set(admin, "secret" + i, "v" + i);
    }
    Map<String, String> environment = new LinkedHashMap<>(service.stack().environment());
    environment.putAll(QUICKLY);
    try (ServiceProcess doomed = ServiceProcess.start(environment).awaitReady()) {
      new Api(doomed.api().base(), root(tenant).headers()).post("/keys/rotate", null);
      doomed.kill();
    }
    // What the dead replica has claimed is free after a minute; no need to wait for it here.
    service.stack().sql("UPDATE registry.key_rotations SET claimed_until = now()");

    awaitRotated(tenant, 2);
    assertEquals("v11", value(admin, "secret11"));
  }

  @Test
  void oneRotationAtATime() {
    String tenant = tenant("shared_database");
    set(service.admin(tenant), "a", "b");
    assertEquals(202, root(tenant).post("/keys/rotate", null).status());
    ProblemAssert.assertProblem(ErrorCode.CONFLICT, root(tenant).post("/keys/rotate", null));
    awaitRotated(tenant, 2);
    assertEquals(202, root(tenant).post("/keys/rotate", null).status());
    awaitRotated(tenant, 3);
    assertEquals("b", value(service.admin(tenant), "a"));
  }

  @Test
  void aDamagedSecretIsToldAndKeepsTheOldKeyAlive() {
    String tenant = tenant("shared_database");
    Api admin = service.admin(tenant);
    set(admin, "whole", "1");
    set(admin, "moved", "2");
    String id = idOf(tenant);
    service
        .stack()
        .sql(
            "UPDATE shared.configuration SET value = (SELECT value FROM shared.configuration"
                + (" WHERE key = 'whole' AND tenant_id = '" + id + "')")
                + (" WHERE key = 'moved' AND tenant_id = '" + id + "'"));
    announce(id);

    Polling.await(LONGEST, () -> admin.get("/config/moved").code().equals("CONFLICT"));
    root(tenant).post("/keys/rotate", null);
    Polling.await(
        LONGEST,
        () -> {
          JsonObject rotation = keys(tenant).getJsonObject("rotation");
          return rotation != null
              && "1 values could not be re-encrypted".equals(rotation.getString("lastError"));
        });
    assertEquals("1", value(admin, "whole"));
    assertTrue(states(tenant).contains("data 1 old"), states(tenant).toString());
  }

  @Test
  void whatDestroyedKeysEncryptedIsLostAndOtherTenantsDoNotNotice() {
    String tenant = tenant("database_per_tenant");
    String other = tenant("database_per_tenant");
    set(service.admin(tenant), "a", "b");
    set(service.admin(other), "a", "c");

    assertEquals(204, root(tenant).delete("/keys").status());

    ProblemAssert.assertProblem(ErrorCode.CONFLICT, service.admin(tenant).get("/config/a"));
    ProblemAssert.assertProblem(
        ErrorCode.CONFLICT,
        service
            .admin(tenant)
            .put("/config/x", new JsonObject().put("value", 1).put("secret", true)));
    assertEquals(200, service.admin(tenant).get("/users").status());
    assertEquals("c", value(service.admin(other), "a"));
    assertEquals(List.of("data 1 destroyed", "index 1 destroyed"), states(tenant));
  }

  @Test
  void destroyedInTheMidstOfARotationKeysAreGoneAndSoIsTheRotation() {
    String tenant = tenant("shared_database");
    set(service.admin(tenant), "a", "b");
    root(tenant).post("/keys/rotate", null);

    assertEquals(204, root(tenant).delete("/keys").status());

    assertTrue(states(tenant).stream().allMatch(state -> state.endsWith("destroyed")));
    assertEquals(null, keys(tenant).getJsonObject("rotation"));
    ProblemAssert.assertProblem(ErrorCode.CONFLICT, root(tenant).post("/keys/rotate", null));
  }

  @Test
  void afterARotationNothingNeedsTheSecretBefore() throws Exception {
    try (ServiceStack stack = ServiceStack.start("secrets")) {
      Map<String, String> before = new LinkedHashMap<>(stack.environment());
      before.putAll(QUICKLY);
      Map<String, String> after = new LinkedHashMap<>(before);
      after.put("ENCRYPTION_SECRET", "YW5vdGhlciBzZWNyZXQsIGFsc28gbG9uZyBlbm91Z2gh");
      Map<String, String> both = new LinkedHashMap<>(after);
      both.put("TENANCY_ENCRYPTION_PREVIOUS_SECRET", before.get("ENCRYPTION_SECRET"));
      during(stack, before, root -> makeSecret(root));
      during(stack, both, root -> rotateNow(root.forTenant("acme")));
      during(stack, after, root -> assertEquals("b", value(admin(stack, root), "a")));
    }
  }

  private static void during(
      ServiceStack stack, Map<String, String> environment, Consumer<Api> work) {
    try (ServiceProcess process = ServiceProcess.start(environment).awaitReady()) {
      work.accept(process.api().withToken(stack.issuer().superAdmin()));
    }
  }

  private static void makeSecret(Api root) {
    JsonObject tenant =
        new JsonObject().put("name", "Acme").put("subdomain", "acme").put("plan", "basic");
    assertEquals(201, root.post("/tenants", tenant).status());
    set(root.forTenant("acme"), "a", "b");
  }

  private static Api admin(ServiceStack stack, Api root) {
    return Api.of(root.base()).withToken(stack.issuer().admin("acme")).forTenant("acme");
  }

  private static void rotateNow(Api root) {
    assertEquals(202, root.post("/keys/rotate", null).status());
    Polling.await(LONGEST, () -> root.get("/keys").json().getJsonObject("rotation") == null);
  }

  @Test
  void aWrappedKeyOfAnotherTenantIsOfNoUse() {
    String tenant = tenant("shared_database");
    String thief = tenant("shared_database");
    set(service.admin(tenant), "a", "b");
    set(service.admin(thief), "a", "c");
    service
        .stack()
        .sql(
            "UPDATE registry.data_keys SET wrapped = (SELECT wrapped FROM registry.data_keys"
                + (" WHERE purpose = 'data' AND tenant_id = '" + idOf(tenant) + "')")
                + (" WHERE purpose = 'data' AND tenant_id = '" + idOf(thief) + "'"));

    Polling.await(
        LONGEST, () -> service.admin(thief).get("/config/a").code().equals("STORAGE_UNAVAILABLE"));
    assertEquals("b", value(service.admin(tenant), "a"));
  }

  private static void announce(String id) {
    service.stack().sql("SELECT pg_notify('aegisx_tenants', 'n:" + id + "')");
  }

  private static void awaitRotated(String tenant, int version) {
    Polling.await(
        LONGEST,
        () ->
            keys(tenant).getJsonObject("rotation") == null
                && states(tenant).contains("data " + version + " active"));
  }

  private static List<String> states(String tenant) {
    return keys(tenant).getJsonArray("keys").stream()
        .map(JsonObject.class::cast)
        .map(
            key ->
                key.getString("purpose")
                    + " "
                    + key.getInteger("version")
                    + " "
                    + key.getString("state"))
        .toList();
  }

  private static JsonObject keys(String tenant) {
    return service.admin(tenant).get("/keys").json();
  }

  private static void set(Api admin, String key, String value) {
    Api.Answer answer =
        admin.put("/config/" + key, new JsonObject().put("value", value).put("secret", true));
    assertEquals(200, answer.status(), answer.toString());
  }

  private static String value(Api admin, String key) {
    return admin.get("/config/" + key).json().getString("value");
  }

  private static Api root(String tenant) {
    return service.root().forTenant(tenant);
  }

  private static String idOf(String tenant) {
    return service.root().get("/tenants/" + tenant).json().getString("id");
  }

  private static String tenant(String isolation) {
    String name = Fixtures.subdomain();
    service.tenant(name, isolation);
    return name;
  }
}
