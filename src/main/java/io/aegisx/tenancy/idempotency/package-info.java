/**
 * Makes a repeated {@code POST} harmless. The keys live in the tenant's own storage and commit with
 * what the request changed. Uses {@code isolation}, {@code access}, {@code http}, {@code problem}.
 */
@NullMarked
package io.aegisx.tenancy.idempotency;

import org.jspecify.annotations.NullMarked;
