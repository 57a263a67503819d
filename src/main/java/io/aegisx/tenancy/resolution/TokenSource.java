package io.aegisx.tenancy.resolution;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tenant from the token that comes with the request.
 *
 * <p>The token is not verified yet; that follows, and with it the comparison of its tenant with the
 * one that was resolved. A token that cannot be read names nobody.
 */
final class TokenSource {

  private static final int LONGEST_TOKEN = 16_384;

  private final String claim;

  TokenSource(String claim) {
    this.claim = claim;
  }

  Naming read(@Nullable String authorization) {
    if (authorization == null
        || authorization.length() > LONGEST_TOKEN
        || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Naming.absent();
    }
    String[] parts = authorization.substring(7).strip().split("\\.", -1);
    return parts.length == 3 ? ofPayload(parts[1]) : Naming.absent();
  }

  private Naming ofPayload(String payload) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(payload);
      return valueOf(new JsonObject(new String(json, StandardCharsets.UTF_8)))
              instanceof String text
          ? HeaderSource.ofText(text, "The tenant claim")
          : Naming.absent();
    } catch (IllegalArgumentException | DecodeException unreadable) {
      return Naming.absent();
    }
  }

  private @Nullable Object valueOf(JsonObject claims) {
    Object value = claims;
    for (String name : claim.split("\\.", -1)) {
      value = value instanceof JsonObject object ? object.getValue(name) : null;
    }
    return value;
  }
}
