/**
 * The users of a tenant. Uses {@code isolation}, {@code idempotency}, {@code quota}, {@code
 * access}, {@code http}, {@code trail}, {@code encryption.attribute}.
 */
@NullMarked
package io.aegisx.tenancy.users;

import org.jspecify.annotations.NullMarked;
