/**
 * {@code /overview}: how the platform does, on one page. Uses {@code registry.overview}, {@code
 * provisioning.fleet}, {@code prover}, {@code quota}, {@code access}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.administration.overview;

import org.jspecify.annotations.NullMarked;
