package io.aegisx.tenancy.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem document, RFC 9457, with the members that the contract adds. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457")
public record Problem(
    @Schema(required = true) String type,
    @Schema(required = true) String title,
    @Schema(required = true) int status,
    @Schema(required = true) String detail,
    @Schema(required = true) String instance,
    @Schema(required = true) ErrorCode code,
    @Schema(required = true) String requestId,
    List<Violation> violations) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
