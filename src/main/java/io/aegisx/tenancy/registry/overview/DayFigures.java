package io.aegisx.tenancy.registry.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What all tenants together did on one UTC day. Purged ones are not counted any more. */
@RegisterForReflection
public record DayFigures(
    @Schema(required = true) LocalDate day,
    @Schema(required = true, description = "How many there were when it ended") long tenants,
    @Schema(required = true) long created,
    @Schema(required = true) long deleted,
    @Schema(required = true) long requests,
    @Schema(required = true, description = "Answered by a status of 500 or more") long errors,
    @Schema(required = true, description = "Answered by 429") long refused) {}
