package io.aegisx.tenancy.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One field of a request and what is wrong with it. */
@RegisterForReflection
public record Violation(
    @Schema(required = true, examples = "lines[0].quantity") String field,
    @Schema(required = true) String message) {}
