/**
 * The control plane's resources: tenants and their life. Uses {@code registry}, {@code
 * provisioning}, {@code quota}, {@code access}, {@code resolution}, {@code idempotency}, {@code
 * http}.
 */
@NullMarked
package io.aegisx.tenancy.administration;

import org.jspecify.annotations.NullMarked;
