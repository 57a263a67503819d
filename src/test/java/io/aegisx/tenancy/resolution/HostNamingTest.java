package io.aegisx.tenancy.resolution;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a host names a tenant, see {@link RawNaming} for the signs in braces. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class HostNamingTest extends RawNaming {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{t}.localhost",
        "{t}.LOCALHOST",
        "{t}.localhost:8080",
        "{t}.localhost:",
        "{t}.localhost.",
        "{t}.localhost.:443",
      })
  void theLabelBelowTheBaseDomainIsATenant(String host) {
    assertServed(host("GET /users HTTP/1.1", host));
    assertServed(host("GET /users HTTP/1.1", host.replace("{t}", "{T}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "localhost.",
        "www.localhost",
        "api.localhost",
        "Admin.localhost",
        "console.localhost:80",
        "127.0.0.1",
        "127.0.0.1:8080",
        "10.1.2.3",
        "[::1]",
        "[::1]:8080",
        "[2001:db8::7]",
        "[::ffff:10.0.0.1]:80",
        ""
      })
  void thePlatformsOwnHostsNameNone(String host) {
    assertProblem(ErrorCode.TENANT_REQUIRED, host("GET /users HTTP/1.1", host));
    assertServed(host("GET /users HTTP/1.1", host, "X-Tenant-ID: {t}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody.localhost",
        "a.{t}.localhost",
        "{t}.www.localhost",
        "{id}.localhost",
        "xn--nobody-9ta.localhost",
        "unknown.example.org",
        "{t}.localhost.example.org",
        "{t}localhost",
        "current.localhost",
        "1.2.3.4.5"
      })
  void nobodyIsAtAnotherHost(String host) {
    assertProblem(ErrorCode.TENANT_NOT_FOUND, host("GET /users HTTP/1.1", host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_b.localhost",
        ".localhost",
        "{t}..localhost",
        "-{t}.localhost",
        "{t}-.localhost",
        "{t}.localhost..",
        "{t}.localhost,{o}.localhost",
        "{t}%2elocalhost",
        "{t}.localhost;x",
        "[v1.fe80]"
      })
  void aMalformedHostIsInvalid(String host) {
    assertProblem(ErrorCode.TENANT_INVALID, host("GET /users HTTP/1.1", host));
  }

  @Test
  void twoHostsAreAConflict() {
    for (String second : List.of("{t}.localhost", "{o}.localhost", "localhost")) {
      Api.Answer answer = host("GET /users HTTP/1.1", "{t}.localhost", "Host: " + second);
      assertProblem(ErrorCode.TENANT_CONFLICT, answer);
    }
  }

  @Test
  void aRequestTargetMayRepeatTheHostButNotContradictIt() {
    assertServed(host("GET http://{t}.localhost/users HTTP/1.1", "{t}.localhost"));
    assertServed(host("GET https://{t}.LOCALHOST:8443/users?limit=9 HTTP/1.1", "{t}.localhost:80"));
    assertServed(host("GET http://localhost/users HTTP/1.1", "localhost", "X-Tenant-ID: {t}"));

    for (String target :
        List.of("http://{o}.localhost", "http://localhost", "http://x@{t}.localhost")) {
      assertProblem(
          ErrorCode.TENANT_CONFLICT, host("GET " + target + "/users HTTP/1.1", "{t}.localhost"));
    }
  }

  @Test
  void http10NeedsNoHost() {
    assertServed(send("GET /users HTTP/1.0", "X-Tenant-ID: {t}"));
    assertProblem(ErrorCode.TENANT_REQUIRED, send("GET /users HTTP/1.0"));
    assertProblem(ErrorCode.TENANT_INVALID, send("GET /users HTTP/1.0", "Host: @@"));
    assertProblem(ErrorCode.TENANT_INVALID, send("GET /users HTTP/1.1", "X-Tenant-ID: {t}"));
  }

  @Test
  void forwardedHeadersOfAnybodyAreIgnored() {
    String[] forged = {
      "X-Forwarded-Host: {o}.localhost",
      "Forwarded: host={o}.localhost;proto=https",
      "X-Forwarded-Prefix: /tenants/{o}",
      "X-Original-URL: /tenants/{o}/users",
      "X-HTTP-Method-Override: DELETE"
    };
    assertServed(host("GET /users HTTP/1.1", "{t}.localhost", forged));
    assertProblem(ErrorCode.TENANT_REQUIRED, host("GET /users HTTP/1.1", "localhost", forged));
  }

  @Test
  void aCustomDomainLeadsToItsTenantUntilItIsTakenAway() {
    String domain = Fixtures.subdomain() + ".example.com";
    String next = Fixtures.subdomain() + ".example.org";
    assertProblem(ErrorCode.TENANT_NOT_FOUND, host("GET /users HTTP/1.1", domain));

    setDomain("\"" + domain + "\"");
    assertServed(host("GET /users HTTP/1.1", domain));
    assertServed(host("GET /users HTTP/1.1", domain.toUpperCase(Locale.ROOT) + ".:8443"));
    assertServed(host("GET /users HTTP/1.1", domain, "X-Tenant-ID: {t}"));
    assertProblem(
        ErrorCode.TENANT_CONFLICT, host("GET /users HTTP/1.1", domain, "X-Tenant-ID: {o}"));
    assertProblem(ErrorCode.TENANT_NOT_FOUND, host("GET /users HTTP/1.1", "www." + domain));

    setDomain("\"" + next + "\"");
    assertProblem(ErrorCode.TENANT_NOT_FOUND, host("GET /users HTTP/1.1", domain));
    assertServed(host("GET /users HTTP/1.1", next));

    setDomain("null");
    assertProblem(ErrorCode.TENANT_NOT_FOUND, host("GET /users HTTP/1.1", next));
  }

  private static void setDomain(String domain) {
    Api.Answer set =
        Fixtures.root()
            .patch(fill("/tenants/{id}"), "{\"settings\":{\"customDomain\":" + domain + "}}");
    assertEquals(200, set.status(), set.text());
  }
}
