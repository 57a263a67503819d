/**
 * The products of a tenant. Uses {@code isolation}, {@code idempotency}, {@code access}, {@code
 * http}, {@code trail}.
 */
@NullMarked
package io.aegisx.tenancy.products;

import org.jspecify.annotations.NullMarked;
