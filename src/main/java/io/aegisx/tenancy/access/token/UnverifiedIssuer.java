package io.aegisx.tenancy.access.token;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a token says about where it comes from, before anything is verified: good for choosing who
 * verifies it, and for nothing else.
 */
public final class UnverifiedIssuer {

  private static final int LONGEST_TOKEN = 16_384;
  private static final String SCHEME = "Bearer ";

  private UnverifiedIssuer() {}

  /** Whether the bearer token of a request names this issuer. */
  static boolean is(String issuer, RoutingContext request) {
    String header = request.request().getHeader("Authorization");
    if (header == null
        || header.length() > LONGEST_TOKEN
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String[] parts = header.substring(SCHEME.length()).strip().split("\\.", -1);
    return parts.length == 3 && namesIssuer(parts[1], issuer);
  }

  private static boolean namesIssuer(String payload, String issuer) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(payload);
      return issuer.equals(
          new JsonObject(new String(json, StandardCharsets.UTF_8)).getValue("iss"));
    } catch (IllegalArgumentException | DecodeException unreadable) {
      return false;
    }
  }
}
