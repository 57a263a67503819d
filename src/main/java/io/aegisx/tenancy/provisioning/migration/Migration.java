package io.aegisx.tenancy.provisioning.migration;

/**
 * A migration of tenants' tables, as Flyway's history tells of it.
 *
 * @param version a whole number
 * @param checksum what Flyway makes of the script
 * @param sql the script
 */
record Migration(
    int version, String description, String type, String script, int checksum, String sql) {}
