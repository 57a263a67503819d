/**
 * Migrates the tables of all tenants: at start, or by command in waves. Uses {@code provisioning},
 * {@code provisioning.migration}, {@code registry}, {@code blocking}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.fleet;

import org.jspecify.annotations.NullMarked;
