/**
 * Brings schemas to the newest version: by Flyway, or for tenants, faster, by what Flyway has done
 * to the shared tables. Uses {@code provisioning.jdbc}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.migration;

import org.jspecify.annotations.NullMarked;
