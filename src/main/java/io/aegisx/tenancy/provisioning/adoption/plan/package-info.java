/**
 * What has to be done to adopt tables: read from the catalogs, as a list of steps with their SQL,
 * and what stands against it. Uses {@code provisioning.jdbc}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.adoption.plan;

import org.jspecify.annotations.NullMarked;
