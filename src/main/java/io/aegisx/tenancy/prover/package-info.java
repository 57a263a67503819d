/**
 * Shows, in a running deployment, that tenants are kept apart: it keeps a canary tenant of each
 * isolation and tries, through HTTP, pools and caches as any client would, to make one see another.
 * Uses {@code tenant}, {@code registry}, {@code provisioning}, {@code isolation}, {@code access},
 * {@code http}, {@code resolution}, {@code blocking}, {@code problem}.
 */
@NullMarked
package io.aegisx.tenancy.prover;

import org.jspecify.annotations.NullMarked;
