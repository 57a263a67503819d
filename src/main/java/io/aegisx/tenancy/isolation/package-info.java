/**
 * Where a connection is bound to the tenant of the pipeline: the pool that Hibernate Reactive uses,
 * the connections it hands out, and {@link io.aegisx.tenancy.isolation.TenantData}, the one door to
 * tenant data. Uses {@code tenant}, {@code problem}, {@code blocking}, {@code database}, {@code
 * quota}.
 */
@NullMarked
package io.aegisx.tenancy.isolation;

import org.jspecify.annotations.NullMarked;
