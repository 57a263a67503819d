package io.aegisx.tenancy.http;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;

/**
 * Addresses as the client wrote them. JAX-RS may serve {@code /tenants/acme/users} as {@code
 * /users}; links must keep the tenant.
 */
public final class Addresses {

  private Addresses() {}

  /** The address of the request, without its query. */
  public static URI of(RoutingContext request) {
    String whole = request.request().absoluteURI();
    int query = whole.indexOf('?');
    return URI.create(query < 0 ? whole : whole.substring(0, query));
  }

  /** The address of an item of the collection that the request was sent to. */
  public static URI ofItem(RoutingContext request, Object id) {
    String collection = of(request).toString();
    return URI.create(collection.endsWith("/") ? collection + id : collection + "/" + id);
  }
}
