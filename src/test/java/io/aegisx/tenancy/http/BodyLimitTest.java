package io.aegisx.tenancy.http;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.RawHttp;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of up to a mebibyte are taken, whether their length is stated or not. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class BodyLimitTest {

  private static final int LIMIT = 1024 * 1024;

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database", "pro").getString("subdomain");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 20_000, LIMIT})
  void aBodyUpToTheLimitIsTaken(int length) {
    assertEquals(201, stated(body(length)).status());
    assertEquals(201, chunked(body(length)).status());
  }

  @Test
  void aLongerBodyIsRefused() {
    assertRefused(stated(body(LIMIT + 1)));
    assertRefused(chunked(body(LIMIT + 70_000)));
  }

  @Test
  void aBodyIsRefusedByItsStatedLengthBeforeItIsSent() {
    assertRefused(RawHttp.toService().sendText(head("Content-Length: 99999999")));
    assertRefused(
        RawHttp.toService()
            .sendText(
                "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n"));
  }

  private static void assertRefused(Api.Answer answer) {
    assertProblem(ErrorCode.PAYLOAD_TOO_LARGE, answer);
    assertEquals("close", answer.header("Connection"));
  }

  private static Api.Answer stated(String body) {
    return RawHttp.toService()
        .sendText(head("Connection: close\r\nContent-Length: " + body.length()) + body);
  }

  private static Api.Answer chunked(String body) {
    StringBuilder chunks = new StringBuilder();
    for (int from = 0; from < body.length(); from += 50_000) {
      String chunk = body.substring(from, Math.min(body.length(), from + 50_000));
      chunks
          .append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    return RawHttp.toService()
        .sendText(head("Connection: close\r\nTransfer-Encoding: chunked") + chunks + "0\r\n\r\n");
  }

  private static String head(String more) {
    return String.join(
        "\r\n",
        "POST /users HTTP/1.1",
        "Host: localhost",
        "X-Tenant-ID: " + tenant,
        "Authorization: Bearer " + ServiceResource.issuer().admin(tenant),
        "Content-Type: application/json",
        more,
        "\r\n");
  }

  private static String body(int length) {
    String user = Fixtures.user(Fixtures.subdomain() + "@example.com").encode();
    return user + " ".repeat(length - user.length());
  }
}
