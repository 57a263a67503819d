/**
 * Compares what tenants' schemas are with what a freshly migrated one is, and says the difference
 * in words. Uses {@code provisioning}, {@code registry}, {@code tenant}, {@code blocking}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.drift;

import org.jspecify.annotations.NullMarked;
