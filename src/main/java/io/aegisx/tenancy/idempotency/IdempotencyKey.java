package io.aegisx.tenancy.idempotency;

import io.aegisx.tenancy.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key by which a client marks repeats of one request (draft-ietf-httpapi-idempotency-key).
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern WELL_FORMED = Pattern.compile("[!-~]{1,255}");

  /**
   * The key of a request.
   *
   * @throws ProblemException {@code VALIDATION_FAILED} for one that is malformed
   */
  public static Optional<IdempotencyKey> of(RoutingContext request) {
    List<String> headers = request.request().headers().getAll(HEADER);
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    if (headers.size() > 1 || !WELL_FORMED.matcher(headers.get(0)).matches()) {
      throw ProblemException.invalid(
          HEADER, "must be given once, with 1 to 255 visible characters");
    }
    return Optional.of(new IdempotencyKey(headers.get(0)));
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
