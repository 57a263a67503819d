package io.aegisx.tenancy.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A problem document, RFC 9457, with the members that the contract adds. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    ErrorCode code,
    String requestId,
    List<Violation> violations) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
