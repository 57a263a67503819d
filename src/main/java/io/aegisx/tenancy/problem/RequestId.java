package io.aegisx.tenancy.problem;

import io.aegisx.tenancy.tenant.UuidV7;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives every request an id, taken from the client where it is well-formed, and answers with it.
 */
@ApplicationScoped
public class RequestId {

  /** The header, in both directions. */
  public static final String HEADER = "X-Request-ID";

  private static final String KEY = RequestId.class.getName();
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /** Before everything else, so that every answer has one. */
  private static final int PRIORITY = 1000;

  void register(@Observes Filters filters) {
    filters.register(RequestId::assign, PRIORITY);
  }

  private static void assign(RoutingContext request) {
    request.response().putHeader(HEADER, of(request));
    request.next();
  }

  /** The id of the request, also of one that failed before anything else could see it. */
  public static String of(RoutingContext request) {
    String assigned = request.get(KEY);
    if (assigned != null) {
      return assigned;
    }
    String id =
        Optional.ofNullable(request.request().getHeader(HEADER))
            .filter(given -> WELL_FORMED.matcher(given).matches())
            .orElseGet(() -> UuidV7.next().toString());
    request.put(KEY, id);
    return id;
  }
}
