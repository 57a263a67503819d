/**
 * Who gets a connection when: a hard bound on all of them, a share for each tenant, and turns for
 * those who wait. Uses {@code database}.
 */
@NullMarked
package io.aegisx.tenancy.isolation.budget;

import org.jspecify.annotations.NullMarked;
