/**
 * {@code /tenants/current}: what anybody may know of the tenant of a request. Uses {@code
 * administration}, {@code access}, {@code resolution}, {@code http}.
 */
@NullMarked
package io.aegisx.tenancy.administration.profile;

import org.jspecify.annotations.NullMarked;
