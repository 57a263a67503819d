/**
 * Removes what has been kept for long enough. Uses {@code provisioning.jdbc}, {@code registry},
 * {@code audit}, {@code blocking}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.retention;

import org.jspecify.annotations.NullMarked;
