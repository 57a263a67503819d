package io.aegisx.tenancy.encryption.kms.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the local key to Vault, Vault's failures, and settings that are missing. */
class VaultKeysIT {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Test
  void keysMoveFromTheLocalOneToVaultByARotation() throws Exception {
    try (TransitServer vault = new TransitServer();
        Installation local = Installation.start("vaultkeys", Map.of())) {
      String old = tenant(local);
      String unread = tenant(local);
      assertEquals(200, secret(local.admin(old)).status());
      local.service().kill();
      try (ServiceProcess moved = start(local, vault.address(), TransitServer.TOKEN)) {
        Api api = moved.awaitReady().api();
        assertEquals("v", value(api, local, old));
        Api root = api.withToken(local.stack().issuer().superAdmin()).forTenant(old);
        assertEquals(202, root.post("/keys/rotate", null).status());
        Polling.await(LONGEST, () -> allInVault(admin(api, local, old)));
        assertEquals("v", value(api, local, old));

        vault.close();
        assertEquals("v", value(api, local, old));
        Api admin = admin(api, local, unread);
        ProblemAssert.assertProblem(ErrorCode.STORAGE_UNAVAILABLE, secret(admin));
        assertEquals(200, admin.get("/users").status());
      }
    }
  }

  @Test
  void aWrongTokenIsToldAndAMissingSettingEndsTheStart() throws Exception {
    try (TransitServer vault = new TransitServer();
        Installation local = Installation.start("vaulttoken", Map.of())) {
      String tenant = tenant(local);
      try (ServiceProcess wrong = start(local, vault.address(), "hvs.wrong")) {
        Api admin = admin(wrong.awaitReady().api(), local, tenant);
        ProblemAssert.assertProblem(ErrorCode.STORAGE_UNAVAILABLE, secret(admin));
        assertTrue(wrong.output().contains("Vault answered 403: [\"permission denied\"]"));
      }
      Map<String, String> incomplete = new LinkedHashMap<>(local.stack().environment());
      incomplete.put("TENANCY_ENCRYPTION_PROVIDER", "vault");
      try (ServiceProcess refused = ServiceProcess.start(incomplete)) {
        assertEquals(1, refused.awaitExit());
        assertTrue(refused.output().contains("TENANCY_ENCRYPTION_VAULT_ADDRESS is missing"));
      }
    }
  }

  /** The new key and that of blind indexes: the old one has been destroyed. */
  private static boolean allInVault(Api admin) {
    return admin.get("/keys").json().getJsonArray("keys").stream()
        .map(JsonObject.class::cast)
        .filter(key -> !key.getString("state").equals("destroyed"))
        .allMatch(key -> key.getString("provider").equals("vault"));
  }

  private static ServiceProcess start(Installation local, String address, String token) {
    Map<String, String> environment = new LinkedHashMap<>(local.stack().environment());
    environment.put("TENANCY_ENCRYPTION_PROVIDER", "vault");
    environment.put("TENANCY_ENCRYPTION_VAULT_ADDRESS", address);
    environment.put("TENANCY_ENCRYPTION_VAULT_KEY", "tenants");
    environment.put("TENANCY_ENCRYPTION_VAULT_TOKEN", token);
    environment.put("TENANCY_ENCRYPTION_OLD_KEYS_REMAIN", "2s");
    environment.put("TENANCY_ENCRYPTION_ROTATION_CHECK_EVERY", "1s");
    return ServiceProcess.start(environment);
  }

  private static Api admin(Api api, Installation local, String tenant) {
    return api.withToken(local.stack().issuer().admin(tenant)).forTenant(tenant);
  }

  private static Api.Answer secret(Api admin) {
    return admin.put("/config/a", new JsonObject().put("value", "v").put("secret", true));
  }

  private static String value(Api api, Installation local, String tenant) {
    return admin(api, local, tenant).get("/config/a").json().getString("value");
  }

  private static String tenant(Installation local) {
    String name = Fixtures.subdomain();
    local.tenant(name, "shared_database");
    return name;
  }
}
