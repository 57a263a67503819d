/**
 * Reads the audit trail: pages, exports, and the check that nothing was changed or taken out; and
 * records what is done inside tenants. Uses {@code audit}, {@code registry}, {@code isolation},
 * {@code access}, {@code resolution}, {@code http}, {@code problem}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.trail;

import org.jspecify.annotations.NullMarked;
