/**
 * What keeps tenants apart in the database, and the check that it is there: policies, the signed
 * context, grants, owners. Uses {@code provisioning.jdbc}, {@code tenant}, {@code database}, {@code
 * isolation}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.guard;

import org.jspecify.annotations.NullMarked;
