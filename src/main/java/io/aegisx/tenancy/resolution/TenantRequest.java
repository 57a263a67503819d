package io.aegisx.tenancy.resolution;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a request that may name a tenant, raw.
 *
 * @param hosts each host that the request states; the forwarded one where the peer is trusted
 * @param rawPath as it was sent, without the query
 * @param normalizedPath without dot segments
 */
public record TenantRequest(
    List<String> hosts,
    List<String> tenantHeaders,
    String rawPath,
    String normalizedPath,
    Optional<String> authorization) {

  private static final Pattern ABSOLUTE_TARGET =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://([^/?#]*)");

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
    String host = request.authority().host();
    return targetHost(request.uri())
        .filter(target -> !target.equalsIgnoreCase(host))
        .map(target -> List.of(host, target))
        .orElseGet(() -> List.of(host));
  }

  /** The host inside an absolute request target, which RFC 9112 section 3.2.2 puts above Host. */
  private static Optional<String> targetHost(String uri) {
    Matcher absolute = ABSOLUTE_TARGET.matcher(uri);
    if (!absolute.lookingAt()) {
      return Optional.empty();
    }
    HostAndPort authority = HostAndPort.parseAuthority(absolute.group(1), -1);
    return Optional.of(authority == null ? absolute.group(1) : authority.host());
  }
}
