package io.aegisx.tenancy.http;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Addresses as the client wrote them. JAX-RS may serve {@code /tenants/acme/users} as {@code
 * /users}; links must keep the tenant.
 */
public final class Addresses {

  private static final Pattern EMPTY_PORT = Pattern.compile("^(https?://[^/]*):0(?=/|$)");

  private Addresses() {}

  /** The address of the request, without its query; a path alone where no host is known. */
  public static URI of(RoutingContext request) {
    HostAndPort host = request.request().authority();
    if (host == null) {
      return URI.create(request.request().path());
    }
    String whole = request.request().absoluteURI();
    int query = whole.indexOf('?');
    String address = query < 0 ? whole : whole.substring(0, query);
    // "host:", with no port behind the colon, is read as port 0.
    return URI.create(host.port() == 0 ? EMPTY_PORT.matcher(address).replaceFirst("$1") : address);
  }

  /** The address of an item of the collection that the request was sent to. */
  public static URI ofItem(RoutingContext request, Object id) {
    String collection = of(request).toString();
    return URI.create(collection.endsWith("/") ? collection + id : collection + "/" + id);
  }
}
