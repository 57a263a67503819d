/**
 * Makes the data of a database that knows nothing of tenants the data of one tenant: planned, run
 * while the old application writes, resumed, undone, and switched in one transaction. Uses {@code
 * provisioning}, {@code registry}, {@code tenant}, {@code blocking}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.adoption;

import org.jspecify.annotations.NullMarked;
