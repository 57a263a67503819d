package io.aegisx.tenancy.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The storage of a tenant cannot be made, for as long as something is wrong with the server. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ProvisioningFailureTest {

  private final Superuser superuser = Superuser.ofService();
  private final String subdomain = Fixtures.subdomain();

  /** What keeps the storage of each isolation from being made. */
  enum Fault {
    SHARED_DATABASE(
        "ALTER TABLE shared.roles ADD CONSTRAINT closed CHECK (false) NOT VALID",
        "ALTER TABLE shared.roles DROP CONSTRAINT IF EXISTS closed"),
    SCHEMA_PER_TENANT(
        "REVOKE CREATE ON DATABASE aegisx FROM aegisx_admin",
        "GRANT CREATE ON DATABASE aegisx TO aegisx_admin"),
    DATABASE_PER_TENANT("ALTER ROLE aegisx_admin NOCREATEDB", "ALTER ROLE aegisx_admin CREATEDB");

    private final String cause;
    private final String remedy;

    Fault(String cause, String remedy) {
      this.cause = cause;
      this.remedy = remedy;
    }

    String isolation() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @AfterEach
  void mendAll() {
    for (Fault fault : Fault.values()) {
      superuser.run(fault.remedy);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTenantWhoseStorageCannotBeMadeStaysPendingAndIsNotServed(Fault fault) {
    superuser.run(fault.cause);

    requireNotReady(create(fault));

    assertEquals("pending", status());
    assertFalse(recordedError().isBlank());
    requireNotReady(Fixtures.admin(subdomain).get("/users"));
    requireNotReady(Fixtures.root().forTenant(subdomain).post("/users", Fixtures.user("a@b.c")));
    requireNotReady(Api.ofService().forTenant(subdomain).get("/tenants/current"));
  }

  @ParameterizedTest
  @EnumSource
  void theSameRequestFinishesItOnceTheCauseIsGone(Fault fault) {
    superuser.run(fault.cause);
    requireNotReady(create(fault));
    requireNotReady(create(fault));

    superuser.run(fault.remedy);
    Api.Answer made = create(fault);

    assertEquals(201, made.status(), made.text());
    requireServed();
    assertEquals("CONFLICT", create(fault).code());
  }

  @ParameterizedTest
  @EnumSource
  void anActivationFinishesItOnceTheCauseIsGone(Fault fault) {
    superuser.run(fault.cause);
    requireNotReady(create(fault));
    requireNotReady(activate());

    superuser.run(fault.remedy);
    Api.Answer made = activate();

    assertEquals(200, made.status(), made.text());
    requireServed();
  }

  @ParameterizedTest
  @EnumSource
  void anotherRequestForTheSameSubdomainDoesNotTakeItOver(Fault fault) {
    superuser.run(fault.cause);
    requireNotReady(create(fault));

    superuser.run(fault.remedy);
    JsonObject other = tenant(fault).put("settings", new JsonObject().put("maxUsers", 3));

    assertEquals("CONFLICT", Fixtures.root().post("/tenants", other).code());
    assertEquals("pending", status());
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedKeyFinishesIt(Fault fault) {
    Api once = Fixtures.root().with("Idempotency-Key", subdomain);
    superuser.run(fault.cause);
    requireNotReady(once.post("/tenants", tenant(fault)));

    superuser.run(fault.remedy);
    Api.Answer made = once.post("/tenants", tenant(fault));

    assertEquals(201, made.status(), made.text());
    assertEquals(made.json(), once.post("/tenants", tenant(fault)).json());
    requireServed();
  }

  @ParameterizedTest
  @EnumSource
  void aNewKeyFinishesItAndIsRememberedLikeAnyOther(Fault fault) {
    superuser.run(fault.cause);
    requireNotReady(create(fault));

    superuser.run(fault.remedy);
    Api once = Fixtures.root().with("Idempotency-Key", subdomain);
    Api.Answer made = once.post("/tenants", tenant(fault));

    assertEquals(201, made.status(), made.text());
    assertEquals(made.json(), once.post("/tenants", tenant(fault)).json());
    assertEquals(
        "IDEMPOTENCY_KEY_REUSED", once.post("/tenants", tenant(fault).put("name", "x")).code());
  }

  @ParameterizedTest
  @EnumSource
  void aPendingTenantCanBePurged(Fault fault) {
    superuser.run(fault.cause);
    requireNotReady(create(fault));

    superuser.run(fault.remedy);

    assertEquals(204, Fixtures.root().delete("/tenants/" + subdomain + "?purge=true").status());
    assertEquals("TENANT_NOT_FOUND", Fixtures.root().get("/tenants/" + subdomain).code());
  }

  @Test
  void aSchemaThatIsInTheWayIsLeftAlone() {
    superuser.run(Fault.SCHEMA_PER_TENANT.cause);
    requireNotReady(create(Fault.SCHEMA_PER_TENANT));
    superuser.run(Fault.SCHEMA_PER_TENANT.remedy);
    String schema = "tenant_" + id().replace("-", "");
    superuser.run(
        "CREATE SCHEMA " + schema, "CREATE TABLE " + schema + ".users AS SELECT 'theirs' AS name");

    requireNotReady(activate());

    assertEquals(List.of("theirs"), superuser.texts("SELECT name FROM " + schema + ".users"));
    superuser.run("DROP SCHEMA " + schema + " CASCADE");
    assertEquals(200, activate().status());
    requireServed();
  }

  private Api.Answer create(Fault fault) {
    return Fixtures.root().post("/tenants", tenant(fault));
  }

  private JsonObject tenant(Fault fault) {
    return new JsonObject()
        .put("name", subdomain)
        .put("subdomain", subdomain)
        .put("isolation", fault.isolation());
  }

  private Api.Answer activate() {
    return Fixtures.root().put("/tenants/" + subdomain + "/activate", null);
  }

  private String status() {
    return Fixtures.root().get("/tenants/" + subdomain).json().getString("status");
  }

  private String id() {
    return Fixtures.root().get("/tenants/" + subdomain).json().getString("id");
  }

  private String recordedError() {
    return superuser
        .texts(
            "SELECT provisioning_error FROM registry.tenants WHERE subdomain = '" + subdomain + "'")
        .get(0);
  }

  private void requireServed() {
    Api.Answer made = Fixtures.admin(subdomain).post("/users", Fixtures.user("ann@example.com"));
    assertEquals(201, made.status(), made.text());
  }

  private static void requireNotReady(Api.Answer answer) {
    assertEquals("TENANT_NOT_READY", answer.code(), answer.text());
    assertEquals(503, answer.status());
    assertNotNull(answer.header("Retry-After"));
  }
}
