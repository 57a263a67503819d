/**
 * Counts in memory what tenants use, and puts it down in the registry every few seconds. Uses
 * {@code isolation}, {@code registry}, {@code resolution}, {@code access}, {@code blocking}.
 */
@NullMarked
package io.aegisx.tenancy.usage.ledger;

import org.jspecify.annotations.NullMarked;
