package io.aegisx.tenancy.access;

import io.aegisx.tenancy.problem.ProblemException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Why the platform's administrator enters a tenant, in the request's {@value #HEADER}: up to
 * {@value #LONGEST} characters, UTF-8, percent-encoded (RFC 3986), as a header holds ASCII only.
 */
final class AccessReason {

  static final String HEADER = "X-Access-Reason";

  private static final int LONGEST = 200;
  private static final String NOT_UTF_8 = "\uFFFD";

  private AccessReason() {}

  /** The reason as JSON to be recorded; empty if none is given. */
  static Optional<String> toRecord(RoutingContext request) {
    List<String> given = request.request().headers().getAll(HEADER);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String reason = given.size() == 1 ? decode(given.get(0)).strip() : "";
    boolean plain = reason.codePoints().noneMatch(Character::isISOControl);
    if (reason.isEmpty() || reason.length() > LONGEST || !plain || reason.contains(NOT_UTF_8)) {
      throw invalid();
    }
    return Optional.of(new JsonObject().put("reason", reason).encode());
  }

  private static String decode(String text) {
    try {
      // A plus sign stands for itself here, unlike in forms.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return ProblemException.invalid(
        HEADER, "must be one text of 1 to " + LONGEST + " characters, percent-encoded UTF-8");
  }
}
