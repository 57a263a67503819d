/**
 * Removes deleted tenants with all that they had, on request or when the time is over for which
 * they are kept, and reports what there was. Uses {@code provisioning}, {@code registry}, {@code
 * isolation}, {@code tenant}, {@code problem}, {@code blocking}, {@code database}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.purge;

import org.jspecify.annotations.NullMarked;
