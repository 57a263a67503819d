package io.aegisx.tenancy.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;

/** What a client would like, as the {@code Prefer} header says (RFC 7240). */
public final class Preferences {

  /** The name of the header. */
  public static final String HEADER = "Prefer";

  private static final Pattern RESPOND_ASYNC =
      Pattern.compile("(?i)\\s*respond-async\\s*(=\\s*(\"\")?\\s*)?(;.*)?");

  private Preferences() {}

  /** Whether the client would rather not wait for the end of the work. */
  public static boolean respondAsync(RoutingContext request) {
    return request.request().headers().getAll(HEADER).stream()
        .flatMap(header -> List.of(header.split(",", -1)).stream())
        .anyMatch(preference -> RESPOND_ASYNC.matcher(preference).matches());
  }
}
