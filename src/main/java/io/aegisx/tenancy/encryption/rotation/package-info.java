/**
 * New keys for tenants: values of the old ones are re-encrypted in the background, then those are
 * destroyed; and the destruction of all of a tenant's keys. Uses {@code encryption}, {@code
 * registry}, {@code access}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.encryption.rotation;

import org.jspecify.annotations.NullMarked;
