/**
 * {@code /usage}: what a tenant uses and what it may use. Uses {@code usage.ledger}, {@code
 * usage.storage}, {@code registry}, {@code isolation}, {@code quota}, {@code access}, {@code http}.
 */
@NullMarked
package io.aegisx.tenancy.usage;

import org.jspecify.annotations.NullMarked;
