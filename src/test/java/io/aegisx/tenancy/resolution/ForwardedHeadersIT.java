package io.aegisx.tenancy.resolution;

import static io.aegisx.tenancy.testing.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.RawHttp;
import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy that is trusted. */
class ForwardedHeadersIT {

  private static final String PROXY = "127.0.0.2";

  private static ServiceStack stack;
  private static ServiceProcess service;

  @BeforeAll
  static void startBehindAProxy() {
    stack = ServiceStack.start("proxy");
    Map<String, String> environment = stack.environment();
    environment.put("TENANCY_BASE_DOMAIN", "saas.example");
    environment.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
    environment.put("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true");
    environment.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
    environment.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", PROXY);
    service = ServiceProcess.start(environment).awaitReady();
    for (String tenant : new String[] {"acme", "globex"}) {
      Api.Answer made =
          root().post("/tenants", "{\"name\":\"T\",\"subdomain\":\"" + tenant + "\"}");
      assertEquals(201, made.status(), made.text());
    }
  }

  @AfterAll
  static void stop() {
    service.close();
    stack.close();
  }

  @Test
  void theProxySaysWhichHostWasAsked() {
    RawHttp proxy = RawHttp.to(service.api()).from(address(PROXY));

    Api.Answer answer = current(proxy, "10.0.0.7", "acme.saas.example");

    assertEquals("acme", answer.json().getString("subdomain"));
    assertProblem(ErrorCode.TENANT_REQUIRED, current(proxy, "10.0.0.7", "saas.example"));
    assertProblem(ErrorCode.TENANT_NOT_FOUND, current(proxy, "acme.saas.example", "x.example"));
  }

  @Test
  void nobodyElseSaysSo() {
    RawHttp anyone = RawHttp.to(service.api());

    assertProblem(ErrorCode.TENANT_REQUIRED, current(anyone, "10.0.0.7", "acme.saas.example"));
    Api.Answer answer = current(anyone, "globex.saas.example", "acme.saas.example");
    assertEquals("globex", answer.json().getString("subdomain"));
  }

  private static Api.Answer current(RawHttp http, String host, String forwarded) {
    return http.send(
        "GET /tenants/current HTTP/1.1", "Host: " + host, "X-Forwarded-Host: " + forwarded);
  }

  /** An address of this machine, which not every system gives to everybody. */
  private static InetAddress address(String text) {
    try (ServerSocket probe = new ServerSocket()) {
      InetAddress address = InetAddress.getByName(text);
      probe.bind(new InetSocketAddress(address, 0));
      return address;
    } catch (java.io.IOException notOurs) {
      return Assumptions.abort(text + " is no address of this machine");
    }
  }

  private static Api root() {
    return service.api().withToken(stack.issuer().superAdmin());
  }
}
