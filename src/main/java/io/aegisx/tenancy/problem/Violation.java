package io.aegisx.tenancy.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One field of a request and what is wrong with it. */
@RegisterForReflection
public record Violation(String field, String message) {}
