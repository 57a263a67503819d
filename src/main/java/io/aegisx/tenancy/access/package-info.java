/**
 * Where the token is checked: which role it gives, and that its tenant is the tenant of the
 * request. Uses {@code access.token}, {@code tenant}, {@code problem}, {@code resolution}, {@code
 * audit}, {@code registry}.
 */
@NullMarked
package io.aegisx.tenancy.access;

import org.jspecify.annotations.NullMarked;
