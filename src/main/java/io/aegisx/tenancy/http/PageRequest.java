package io.aegisx.tenancy.http;

import io.aegisx.tenancy.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a collection is asked for: at most how many items, and after which one. */
public class PageRequest {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final Pattern FEW_DIGITS = Pattern.compile("[0-9]{1,3}");

  @Parameter(
      description = "How many items at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  @QueryParam("limit")
  @Nullable String limit;

  @Parameter(description = "Where to go on, from the Link header of the page before")
  @QueryParam("cursor")
  @Nullable String cursor;

  /** The number of items at most, 1 to 200. */
  public int limit() {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    int wanted = FEW_DIGITS.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
    if (wanted < 1 || wanted > MOST) {
      throw ProblemException.invalid("limit", "must be a number from 1 to " + MOST);
    }
    return wanted;
  }

  /** The id of the last item of the page before; empty for the first page. */
  public Optional<UUID> after() {
    try {
      return afterText().map(UUID::fromString);
    } catch (IllegalArgumentException notOurs) {
      throw notOurs();
    }
  }

  /** The same in collections whose items have no id, but a key. */
  public Optional<String> afterText() {
    try {
      return Optional.ofNullable(cursor)
          .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      throw notOurs();
    }
  }

  /** That a cursor cannot be read. */
  public static ProblemException notOurs() {
    return ProblemException.invalid("cursor", "is not one that this service gave out");
  }

  static String cursorAfter(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }
}
