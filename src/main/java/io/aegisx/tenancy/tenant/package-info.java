/**
 * The vocabulary of the service: what a tenant is, where its data lives, and the carrier that takes
 * it through a request. Uses no other package.
 */
@NullMarked
package io.aegisx.tenancy.tenant;

import org.jspecify.annotations.NullMarked;
