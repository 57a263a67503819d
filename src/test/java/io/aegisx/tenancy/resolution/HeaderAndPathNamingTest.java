package io.aegisx.tenancy.resolution;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How header and path name a tenant, see {@link RawNaming} for the signs in braces. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class HeaderAndPathNamingTest extends RawNaming {

  @ParameterizedTest
  @ValueSource(strings = {"{t}", "{id}", "{ID}", " {t} "})
  void theHeaderHoldsASubdomainOrAnId(String value) {
    assertServed(host("GET /users HTTP/1.1", "localhost", "x-tenant-id:" + value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Tenant-ID: | TENANT_INVALID",
        "X-Tenant-ID: {T} | TENANT_INVALID",
        "X-Tenant-ID: a b | TENANT_INVALID",
        "X-Tenant-ID: {t}.localhost | TENANT_INVALID",
        "X-Tenant-ID: {t}; | TENANT_INVALID",
        "X-Tenant-ID: %54 | TENANT_INVALID",
        "X-Tenant-ID: ../{t} | TENANT_INVALID",
        "X-Tenant-ID: {t}' OR ''=' | TENANT_INVALID",
        "X-Tenant-ID: {{id}} | TENANT_INVALID",
        "X-Tenant-ID: \u00e9t\u00e9 | TENANT_INVALID",
        "X-Tenant-ID: {t},{t} | TENANT_CONFLICT",
        "X-Tenant-ID: {t}, {o} | TENANT_CONFLICT",
        "X-Tenant-ID: , | TENANT_CONFLICT",
        "X-Tenant-ID: current | TENANT_NOT_FOUND",
        "X-Tenant-ID: www | TENANT_NOT_FOUND",
        "X-Tenant-ID: 0190a1b2-0000-7000-8000-000000000000 | TENANT_NOT_FOUND"
      })
  void anythingElseInTheHeaderIsRefused(String header, ErrorCode code) {
    assertProblem(code, host("GET /users HTTP/1.1", "localhost", header));
  }

  @Test
  void aRepeatedHeaderIsAConflictWhateverItHolds() {
    for (String second : List.of("{t}", "{o}", "")) {
      assertProblem(
          ErrorCode.TENANT_CONFLICT,
          host("GET /users HTTP/1.1", "localhost", "X-Tenant-ID: {t}", "x-tenant-id: " + second));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tenants/{t}/users",
        "/tenants/{id}/users",
        "/tenants/{ID}/users",
        "/tenants/{t}/users/",
        "/tenants/{t}/users?limit=3",
        "/tenants/{t}/%75sers"
      })
  void thePathNamesATenantByIdOrSubdomain(String path) {
    assertServed(host("GET " + path + " HTTP/1.1", "localhost"));
    assertServed(host("GET " + path + " HTTP/1.1", "{t}.localhost", "X-Tenant-ID: {id}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tenants/{t}%2fusers/users",
        "/tenants/{t}%2Fusers",
        "/tenants/{t}%5c{o}/users",
        "/tenants/{t}%00/users",
        "/tenants/%00/users",
        "/tenants/{t};{o}/users",
        "/tenants/{t};v=1/users",
        "/tenants/%2e/users",
        "/tenants/%2e%2e/users",
        "/tenants/%2E%2E/{t}/users",
        "/tenants/./{t}/users",
        "/tenants/../users",
        "/tenants/{o}/../{t}/users",
        "/tenants/{o}/..",
        "/x/../tenants/{t}/users",
        "//tenants/{t}/users",
        "/tenants//{t}/users",
        "/%74enants/{t}/users",
        "/tenants/{T}/users",
        "/tenants/{t}.localhost/users",
        "/tenants/{t},{o}/users",
        "/tenants/{t}%20/users",
        "/tenants/{t}+/users",
        "/tenants/%ff/users",
        "/tenants/a_b/users"
      })
  void aPathThatCouldBeReadInTwoWaysIsInvalid(String path) {
    assertProblem(ErrorCode.TENANT_INVALID, host("GET " + path + " HTTP/1.1", "localhost"));
  }

  @ParameterizedTest
  @CsvSource({
    "/tenants/nobody/users, TENANT_NOT_FOUND",
    "/tenants/current/users, NOT_FOUND",
    "/tenants/mine/users, NOT_FOUND",
    "/tenants/{t}/nothing, NOT_FOUND",
    "/tenants/{t}/tenants, NOT_FOUND",
    "/tenants/{t}/suspend, METHOD_NOT_ALLOWED",
    "/tenants/{t}/q/openapi, NOT_FOUND",
    "/tenants/{o}/users, TENANT_ACCESS_DENIED"
  })
  void aPathMayLeadNowhere(String path, ErrorCode code) {
    assertProblem(code, host("GET " + path + " HTTP/1.1", "localhost"));
  }

  @ParameterizedTest
  @CsvSource({
    "{t}.localhost, {o}, /users",
    "{o}.localhost, {t}, /users",
    "{o}.localhost, {id}, /tenants/{t}/users",
    "{t}.localhost, {id}, /tenants/{o}/users",
    "{t}.localhost, {t}, /tenants/{o}",
    "nobody.localhost, {t}, /users"
  })
  void allSourcesMustAgree(String host, String header, String path) {
    assertProblem(
        ErrorCode.TENANT_CONFLICT,
        host("GET " + path + " HTTP/1.1", host, "X-Tenant-ID: " + header));
  }
}
