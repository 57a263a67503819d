package io.aegisx.tenancy.provisioning.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Pages;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where tenants' tables are and how they are, as the API shows it to the platform's people. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class DriftViewTest {

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void leaveNoDrift() {
    made.forEach(tenant -> Fixtures.root().delete("/tenants/" + tenant + "?purge=true"));
  }

  @ParameterizedTest
  @CsvSource({
    "shared_database, aegisx, shared",
    "schema_per_tenant, aegisx, tenant_{hex}",
    "database_per_tenant, tenant_{hex}, app"
  })
  void aTenantsTablesAreWhereTheyAreSaidToBe(String isolation, String database, String schema) {
    String tenant = tenant(isolation);
    String hex = tenant.replace("-", "");

    JsonObject storage = get("/tenants/" + tenant + "/storage").json();

    assertEquals(tenant, storage.getString("tenantId"));
    assertEquals(isolation, storage.getString("isolation"));
    assertEquals(database.replace("{hex}", hex), storage.getString("database"));
    assertEquals(schema.replace("{hex}", hex), storage.getString("schema"));
    assertEquals("current", storage.getString("state"));
    assertEquals(storage.getInteger("target"), storage.getInteger("version"));
    assertFalse(storage.getBoolean("adopted"));
    assertTrue(
        Superuser.ofService()
            .textsIn(storage.getString("database"), "SELECT nspname FROM pg_namespace")
            .contains(storage.getString("schema")));
  }

  @Test
  void whatDiffersIsFoundAmongAllAndForTheTenantAlone() {
    String drifted = tenant("schema_per_tenant");
    String fine = tenant("database_per_tenant");
    Superuser.ofService()
        .run("ALTER TABLE tenant_" + drifted.replace("-", "") + ".users ADD nick text");

    List<JsonObject> all = Pages.of(Fixtures.root(), "/drift?limit=2");

    JsonObject found = of(all, drifted);
    assertTrue(found.getBoolean("differs"), found::encode);
    assertEquals(
        "column users.nick is not expected: text", found.getJsonArray("differences").getString(0));
    assertFalse(of(all, fine).getBoolean("differs"));
    assertEquals(found, get("/tenants/" + drifted + "/drift").json());
    JsonObject alone = get("/tenants/" + fine + "/drift").json();
    assertEquals(alone.getString("expected"), alone.getString("fingerprint"));
    List<String> ids = all.stream().map(DriftViewTest::id).toList();
    assertEquals(ids.stream().sorted().distinct().toList(), ids);
  }

  @Test
  void aDatabaseThatCannotBeLookedAtIsSaidToBeAndTheOthersAreCompared() {
    String closed = tenant("database_per_tenant");
    String fine = tenant("database_per_tenant");
    String database = "tenant_" + closed.replace("-", "");
    Superuser.ofService().run("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
    try {
      List<JsonObject> all = Pages.of(Fixtures.root(), "/drift");

      String words = of(all, closed).getJsonArray("differences").getString(0);
      assertTrue(words.startsWith("database " + database + " cannot be looked at: "), words);
      assertTrue(of(all, closed).getBoolean("differs"));
      assertFalse(of(all, fine).getBoolean("differs"));
    } finally {
      Superuser.ofService().run("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    }
  }

  @Test
  void aTenantThatSharesTablesIsComparedByThem() {
    String tenant = tenant("shared_database");

    JsonObject shared = get("/drift/shared").json();

    assertFalse(shared.getBoolean("differs"), shared::encode);
    assertFalse(shared.containsKey("tenant"), shared::encode);
    assertEquals(shared, get("/tenants/" + tenant + "/drift").json());
  }

  @Test
  void aTenantThatIsNotThereIsNotFound() {
    for (String route : List.of("storage", "drift")) {
      ProblemAssert.assertProblem(
          ErrorCode.TENANT_NOT_FOUND, get("/tenants/" + Fixtures.subdomain() + "/" + route));
    }
  }

  private static JsonObject of(List<JsonObject> all, String tenant) {
    return all.stream().filter(one -> id(one).equals(tenant)).findFirst().orElseThrow();
  }

  private static String id(JsonObject compared) {
    return compared.getJsonObject("tenant").getString("id");
  }

  private static Api.Answer get(String path) {
    return Fixtures.root().get(path);
  }

  private String tenant(String isolation) {
    String id = Fixtures.tenant(isolation).getString("id");
    made.add(id);
    return id;
  }
}
