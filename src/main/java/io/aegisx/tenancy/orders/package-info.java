/**
 * The orders of a tenant. Uses {@code users}, {@code products}, {@code isolation}, {@code
 * idempotency}, {@code access}, {@code http}, {@code trail}.
 */
@NullMarked
package io.aegisx.tenancy.orders;

import org.jspecify.annotations.NullMarked;
