package io.aegisx.tenancy.http;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Strong entity tags made of a resource's version, RFC 9110 sections 8.8.3 and 13.1.1. */
public final class EntityTags {

  private EntityTags() {}

  /**
   * Refuses a change that its sender based on another version.
   *
   * @param ifMatch the {@code If-Match} header, if there is one
   * @throws ProblemException {@code PRECONDITION_FAILED}
   */
  public static void requireMatch(@Nullable String ifMatch, long version) {
    requireMatch(ifMatch, Optional.of(Long.toString(version)));
  }

  /**
   * The same for a resource that may not exist, and then has no tag.
   *
   * @throws ProblemException {@code PRECONDITION_FAILED}
   */
  public static void requireMatch(@Nullable String ifMatch, Optional<String> tag) {
    if (ifMatch != null && tag.filter(current -> matches(ifMatch, current)).isEmpty()) {
      throw new ProblemException(
          ErrorCode.PRECONDITION_FAILED, "The resource has changed; read it again first");
    }
  }

  /** Whether a client that sent {@code If-None-Match} lacks this version, section 13.1.2. */
  static boolean noneMatch(Optional<String> ifNoneMatch, String tag) {
    return ifNoneMatch.map(header -> !matches(header.replace("W/", ""), tag)).orElse(true);
  }

  private static boolean matches(String header, String tag) {
    String wanted = "\"" + tag + "\"";
    return header.strip().equals("*")
        || Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(wanted::equals);
  }
}
