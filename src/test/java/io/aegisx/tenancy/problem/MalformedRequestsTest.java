package io.aegisx.tenancy.problem;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.RawHttp;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that go wrong before any resource sees them are answered as well as all others. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class MalformedRequestsTest {

  private static final String USERS = "GET /users HTTP/1.1";

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/USERS", "/users/1/2", "/q/nothing", "/q", "/%F0%9F"})
  void anUnknownPathIsNotFound(String path) {
    assertProblem(ErrorCode.NOT_FOUND, Fixtures.admin(tenant).get(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/abc",
        "/users/1",
        "/users/%00",
        "/users/a%2fb",
        "/users/%ff",
        "/products/null",
        "/orders/0190a1b2-0000-7000-8000-00000000000g",
        "/users/0190a1b2-0000-7000-8000-000000000000"
      })
  void whatIsNoIdNamesNoResource(String path) {
    assertProblem(ErrorCode.NOT_FOUND, Fixtures.admin(tenant).get(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE | /users | GET, HEAD, OPTIONS, POST",
        "PATCH | /products | GET, HEAD, OPTIONS, POST",
        "POST | /users/0190a1b2-0000-7000-8000-000000000000"
            + " | DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
        "GET | /orders/0190a1b2-0000-7000-8000-000000000000/cancel | OPTIONS, PUT",
        "FETCH | /users | GET, HEAD, OPTIONS, POST",
        "TRACE | /orders | GET, HEAD, OPTIONS, POST"
      })
  void aMethodThatAnAddressDoesNotTakeIsToldWhichItTakes(
      String method, String path, String allowed) {
    Api.Answer answer = RawHttp.toService().send(head(method + " " + path + " HTTP/1.1"));

    assertProblem(ErrorCode.METHOD_NOT_ALLOWED, answer);
    assertEquals(allowed, answer.header("Allow"));
  }

  @Test
  void theMethodsOfATenantsPathAreThoseOfTheResource() {
    Api.Answer answer = Fixtures.admin(tenant).delete("/tenants/" + tenant + "/users");

    assertProblem(ErrorCode.METHOD_NOT_ALLOWED, answer);
    assertEquals("GET, HEAD, OPTIONS, POST", answer.header("Allow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: a b",
        "Host: [::1",
        "Host: @@",
        "Host: acme.localhost:99999",
        "Host: acme.localhost:port",
        "Host: user@acme.localhost",
        "Host: acme.localhost/",
        "Not-A-Host: at-all"
      })
  void aMalformedOrMissingHostIsTheClientsMistake(String host) {
    Api.Answer answer = RawHttp.toService().send(USERS, host, "X-Request-ID: mine");

    assertProblem(ErrorCode.TENANT_INVALID, answer);
    assertEquals("mine", answer.header("X-Request-ID"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "nonsense", "application/merge-patch+json"})
  void anotherMediaTypeIsNotSupported(String type) {
    Api.Answer answer =
        Fixtures.admin(tenant)
            .with("Content-Type", type)
            .post("/users", Fixtures.user("ann@example.com"));

    assertProblem(ErrorCode.UNSUPPORTED_MEDIA_TYPE, answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml;q=0.9", "nonsense"})
  void anotherRepresentationIsNotAcceptable(String type) {
    assertProblem(
        ErrorCode.NOT_ACCEPTABLE, Fixtures.admin(tenant).with("Accept", type).get("/users"));
  }

  @ParameterizedTest
  @CsvSource({"/nothing, 404", "/users, 401"})
  void anAnswerToHeadHasNoBody(String path, int status) {
    Api.Answer answer =
        RawHttp.toService()
            .send("HEAD " + path + " HTTP/1.1", "Host: localhost", "X-Tenant-ID: " + tenant);

    assertEquals(status, answer.status());
    assertEquals("", answer.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /users/%zz HTTP/1.1 | 400",
        "GET /% HTTP/1.1 | 400",
        "GET /users?limit=% HTTP/1.1 | 400",
        "GET /users?q={} HTTP/1.1 | 400",
        "NONSENSE | 400"
      })
  void whatIsNoHttpIsRefusedByTheProtocol(String line, int status) {
    assertEquals(status, RawHttp.toService().send(head(line)).status());
  }

  @Test
  void headersAndTargetsHaveAnEnd() {
    String much = "a".repeat(25_000);

    assertEquals(431, RawHttp.toService().send(USERS, "Host: localhost", "X: " + much).status());
    assertEquals(
        414, RawHttp.toService().send("GET /" + much + " HTTP/1.1", "Host: localhost").status());
    assertEquals(200, Fixtures.admin(tenant).get("/users").status());
  }

  private static String[] head(String line) {
    return new String[] {
      line,
      "Host: localhost",
      "X-Tenant-ID: " + tenant,
      "Authorization: Bearer " + ServiceResource.issuer().admin(tenant)
    };
  }
}
