package io.aegisx.tenancy.features;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A feature that the tenant's plan or its own settings name.
 *
 * @param enabled whether the tenant has it
 * @param origin {@code plan}, or {@code tenant} where its own settings decide
 */
@RegisterForReflection
public record FeatureView(String name, boolean enabled, String origin) {}
