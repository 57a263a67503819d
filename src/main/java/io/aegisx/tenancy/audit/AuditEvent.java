package io.aegisx.tenancy.audit;

import java.util.Optional;

/**
 * One thing to record.
 *
 * @param action what was done, such as {@code user.created}
 * @param target to what, such as {@code users/0190…}
 * @param before JSON without secrets, as it was
 * @param after JSON without secrets, as it is now
 */
public record AuditEvent(
    String action,
    String target,
    AuditOutcome outcome,
    Optional<String> before,
    Optional<String> after) {

  /** Something that was done, without more to say. */
  public static AuditEvent success(String action, String target) {
    return new AuditEvent(action, target, AuditOutcome.SUCCESS, Optional.empty(), Optional.empty());
  }

  /** Something that the caller had no right to. */
  public static AuditEvent denied(String action, String target) {
    return new AuditEvent(action, target, AuditOutcome.DENIED, Optional.empty(), Optional.empty());
  }

  /** A change from one state to another. */
  public static AuditEvent change(
      String action, String target, Optional<String> before, Optional<String> after) {
    return new AuditEvent(action, target, AuditOutcome.SUCCESS, before, after);
  }
}
