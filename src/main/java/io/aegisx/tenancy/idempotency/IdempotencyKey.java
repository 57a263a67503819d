package io.aegisx.tenancy.idempotency;

import io.aegisx.tenancy.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key by which a client marks repeats of one request (draft-ietf-httpapi-idempotency-key).
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

  private static final Pattern WELL_FORMED = Pattern.compile("[!-~]{1,255}");

  /**
   * The key of a request.
   *
   * @throws ProblemException {@code VALIDATION_FAILED} for one that is malformed
   */
  public static Optional<IdempotencyKey> of(RoutingContext request) {
    String header = request.request().getHeader("Idempotency-Key");
    if (header == null) {
      return Optional.empty();
    }
    if (!WELL_FORMED.matcher(header).matches()) {
      throw ProblemException.invalid("Idempotency-Key", "must be 1 to 255 visible characters");
    }
    return Optional.of(new IdempotencyKey(header));
  }

  /** A fingerprint of a request body, SHA-256 in hexadecimal. */
  public static String fingerprint(String body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
