package io.aegisx.tenancy.problem;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Operator;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every error that a client can meet, met. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ErrorCodesTest {

  /** What takes another service to meet: an unreachable provider, and limits on rates. */
  private static final Set<ErrorCode> MET_ELSEWHERE =
      EnumSet.of(ErrorCode.IDP_UNAVAILABLE, ErrorCode.RATE_LIMITED);

  private static final Map<ErrorCode, Supplier<Api.Answer>> WAYS = new TreeMap<>();

  private static String tenant;
  private static String other;

  @BeforeEach
  void findWays() {
    if (!WAYS.isEmpty()) {
      return;
    }
    tenant = Fixtures.tenant("shared_database").getString("subdomain");
    other = Fixtures.tenant("shared_database").getString("subdomain");
    findWaysOfResolution();
    findWaysOfHttp();
    findWaysOfData();
    findWaysOfStorage();
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"IDP_UNAVAILABLE", "RATE_LIMITED"})
  void anErrorIsToldAsTheContractSays(ErrorCode code) {
    assertProblem(code, WAYS.get(code).get());
  }

  @Test
  void noErrorIsLeftOut() {
    EnumSet<ErrorCode> met = EnumSet.copyOf(WAYS.keySet());
    met.addAll(MET_ELSEWHERE);

    assertEquals(EnumSet.allOf(ErrorCode.class), met);
  }

  @Test
  void anUnauthenticatedCallerIsToldHowToAuthenticate() {
    assertEquals("Bearer", WAYS.get(ErrorCode.UNAUTHENTICATED).get().header("WWW-Authenticate"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"TENANT_NOT_READY", "STORAGE_UNAVAILABLE"})
  void aPassingTroubleSaysWhenToTryAgain(ErrorCode code) {
    assertTrue(Integer.parseInt(WAYS.get(code).get().header("Retry-After")) > 0);
  }

  private static void findWaysOfResolution() {
    Api member = Api.ofService().withToken(ServiceResource.issuer().member(tenant));
    String suspended = Fixtures.tenant("shared_database").getString("subdomain");
    Fixtures.root().put("/tenants/" + suspended + "/suspend", null);
    String pending = Operator.pendingTenant();
    WAYS.put(ErrorCode.UNAUTHENTICATED, () -> Api.ofService().forTenant(tenant).get("/users"));
    WAYS.put(ErrorCode.TENANT_REQUIRED, () -> member.get("/users"));
    WAYS.put(ErrorCode.TENANT_INVALID, () -> member.forTenant("no label").get("/users"));
    WAYS.put(
        ErrorCode.TENANT_CONFLICT,
        () -> member.forTenant(tenant).get("/tenants/" + other + "/users"));
    WAYS.put(ErrorCode.TENANT_NOT_FOUND, () -> member.forTenant("nobody").get("/users"));
    WAYS.put(ErrorCode.TENANT_SUSPENDED, () -> Fixtures.member(suspended).get("/users"));
    WAYS.put(ErrorCode.TENANT_NOT_READY, () -> Fixtures.member(pending).get("/users"));
    WAYS.put(ErrorCode.TENANT_ACCESS_DENIED, () -> member.forTenant(other).get("/users"));
  }

  private static void findWaysOfHttp() {
    Api admin = Fixtures.admin(tenant);
    JsonObject user = Fixtures.user("http@example.com");
    WAYS.put(ErrorCode.NOT_FOUND, () -> admin.get("/nothing"));
    WAYS.put(ErrorCode.METHOD_NOT_ALLOWED, () -> admin.delete("/users"));
    WAYS.put(ErrorCode.NOT_ACCEPTABLE, () -> admin.with("Accept", "text/html").get("/users"));
    WAYS.put(ErrorCode.PAYLOAD_TOO_LARGE, () -> admin.post("/users", " ".repeat(1_100_000)));
    WAYS.put(
        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
        () -> admin.with("Content-Type", "text/plain").post("/users", user));
    WAYS.put(ErrorCode.VALIDATION_FAILED, () -> admin.post("/users", new JsonObject()));
    WAYS.put(ErrorCode.FORBIDDEN, () -> Fixtures.member(tenant).post("/users", user));
    WAYS.put(
        ErrorCode.FIELD_FORBIDDEN,
        () -> admin.put("/tenants/" + tenant, new JsonObject().put("plan", "pro")));
  }

  private static void findWaysOfData() {
    Api admin = Fixtures.admin(tenant);
    JsonObject user = admin.post("/users", Fixtures.user("ann@example.com")).json();
    JsonObject product = admin.post("/products", Fixtures.product("one", 100, 1)).json();
    String full = Fixtures.tenant("shared_database").getString("subdomain");
    Fixtures.root().patch("/tenants/" + full, new JsonObject("{\"settings\":{\"maxUsers\":0}}"));
    WAYS.put(ErrorCode.CONFLICT, () -> admin.post("/users", Fixtures.user("ANN@example.com")));
    WAYS.put(
        ErrorCode.OUT_OF_STOCK,
        () ->
            admin.post(
                "/orders", Fixtures.order(user.getString("id"), product.getString("id"), 2)));
    WAYS.put(
        ErrorCode.PRECONDITION_FAILED,
        () -> admin.with("If-Match", "\"77\"").delete("/users/" + user.getString("id")));
    WAYS.put(
        ErrorCode.QUOTA_EXCEEDED,
        () -> Fixtures.admin(full).post("/users", Fixtures.user("one@example.com")));
    WAYS.put(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> reuseKey(admin));
  }

  private static Api.Answer reuseKey(Api admin) {
    Api keyed = admin.with("Idempotency-Key", "used");
    keyed.post("/products", Fixtures.product("keyed", 1, 1));
    return keyed.post("/products", Fixtures.product("keyed", 2, 1));
  }

  private static void findWaysOfStorage() {
    JsonObject gone = Fixtures.tenant("database_per_tenant");
    JsonObject broken = Fixtures.tenant("schema_per_tenant");
    Operator.closeDatabaseOf(gone);
    Operator.breakUsersOf(broken);
    WAYS.put(
        ErrorCode.STORAGE_UNAVAILABLE,
        () -> Fixtures.member(gone.getString("subdomain")).get("/users"));
    WAYS.put(
        ErrorCode.INTERNAL, () -> Fixtures.member(broken.getString("subdomain")).get("/users"));
  }
}
