/** The vocabulary of a proof: what is tried, among whom, and how it ended. Uses {@code tenant}. */
@NullMarked
package io.aegisx.tenancy.prover.trial;

import org.jspecify.annotations.NullMarked;
