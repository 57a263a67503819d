package io.aegisx.tenancy.problem;

import java.util.List;

/** A failure that the client is told about, word for word. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Violation> violations;

  public ProblemException(ErrorCode code, String detail) {
    this(code, detail, List.of());
  }

  public ProblemException(ErrorCode code, String detail, List<Violation> violations) {
    // An expected outcome, not a defect: it needs no stack trace.
    super(detail, null, false, false);
    this.code = code;
    this.violations = List.copyOf(violations);
  }

  /** A request with one wrong field. */
  public static ProblemException invalid(String field, String message) {
    return new ProblemException(
        ErrorCode.VALIDATION_FAILED,
        "The request is not valid: " + field + " " + message,
        List.of(new Violation(field, message)));
  }

  public ErrorCode code() {
    return code;
  }

  /** What the client reads; never null. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Violation> violations() {
    return violations;
  }
}
