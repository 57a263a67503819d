package io.aegisx.tenancy.http;

import io.aegisx.tenancy.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Guards fields that a client may send back but not change. */
public final class Unchanged {

  private Unchanged() {}

  /**
   * Refuses another value.
   *
   * @throws ProblemException {@code VALIDATION_FAILED}, naming the field
   */
  public static void require(String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      throw ProblemException.invalid(field, "cannot be changed");
    }
  }
}
