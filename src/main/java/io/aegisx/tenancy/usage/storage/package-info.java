/**
 * Measures what tenants store, and refuses additions to those that store too much. Uses {@code
 * isolation}, {@code registry}, {@code quota}, {@code access}, {@code problem}.
 */
@NullMarked
package io.aegisx.tenancy.usage.storage;

import org.jspecify.annotations.NullMarked;
