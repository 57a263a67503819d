package io.aegisx.tenancy.registry.usage;

/** What a tenant has, as it was measured at one time: how many bytes, how many users. */
public record Measured(long bytes, long users) {}
