package io.aegisx.tenancy.resolution;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a request that may name a tenant, raw.
 *
 * @param hosts the value of each Host header; the forwarded one where the peer is trusted
 * @param rawPath as it was sent, without the query
 * @param normalizedPath without dot segments
 */
public record TenantRequest(
    List<String> hosts,
    List<String> tenantHeaders,
    String rawPath,
    String normalizedPath,
    Optional<String> authorization) {

  static TenantRequest of(RoutingContext context) {
    HttpServerRequest request = context.request();
    return new TenantRequest(
        hostsOf(request),
        request.headers().getAll(HeaderSource.HEADER),
        Optional.ofNullable(request.path()).orElse("/"),
        context.normalizedPath(),
        Optional.ofNullable(request.getHeader("Authorization")));
  }

  private static List<String> hostsOf(HttpServerRequest request) {
    List<String> headers = request.headers().getAll("Host");
    if (headers.size() > 1 || request.authority() == null) {
      return headers;
    }
    // With a trusted proxy this is the forwarded host, otherwise the header or :authority.
    return List.of(request.authority().host());
  }
}
