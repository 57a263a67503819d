package io.aegisx.tenancy.trail;

import io.aegisx.tenancy.audit.AuditOutcome;
import io.aegisx.tenancy.audit.AuditQuery;
import io.aegisx.tenancy.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of a request; an unknown value is an error, not an empty answer. */
public class AuditFilter {

  @Parameter(description = "Only what this subject did")
  @QueryParam("actor")
  @Nullable String actor;

  @Parameter(description = "Only this action, such as tenant.suspended")
  @QueryParam("action")
  @Nullable String action;

  @Parameter(description = "Only what was done to this, such as config/locale")
  @QueryParam("target")
  @Nullable String target;

  @Parameter(
      description = "Only with this outcome",
      schema = @Schema(enumeration = {"success", "denied", "failure"}))
  @QueryParam("outcome")
  @Nullable String outcome;

  @Parameter(description = "From this moment on, RFC 3339")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(description = "Before this moment, RFC 3339")
  @QueryParam("to")
  @Nullable String to;

  AuditQuery toQuery(Optional<UUID> before) {
    return new AuditQuery(
        given(actor),
        given(action),
        given(target),
        given(outcome).map(AuditFilter::outcomeOf),
        given(from).map(text -> moment("from", text)),
        given(to).map(text -> moment("to", text)),
        before);
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }

  private static AuditOutcome outcomeOf(String text) {
    return Arrays.stream(AuditOutcome.values())
        .filter(one -> one.code().equals(text))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.invalid("outcome", "must be one of success, denied, failure"));
  }

  private static Instant moment(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notOne) {
      throw ProblemException.invalid(field, "must be a time such as 2026-01-31T12:00:00Z");
    }
  }
}
