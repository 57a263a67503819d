/**
 * The ways in which a proof tries to get from tenant to tenant: over HTTP, by statements, by what
 * pooled connections remember, and by looking into the catalogs. Uses what {@code prover} may use.
 */
@NullMarked
package io.aegisx.tenancy.prover.probe;

import org.jspecify.annotations.NullMarked;
