package io.aegisx.tenancy.features;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feature that the tenant's plan or its own settings name.
 *
 * @param enabled whether the tenant has it
 * @param origin {@code plan}, or {@code tenant} where its own settings decide
 */
@RegisterForReflection
public record FeatureView(
    @Schema(required = true) String name,
    @Schema(required = true) boolean enabled,
    @Schema(required = true) String origin) {}
