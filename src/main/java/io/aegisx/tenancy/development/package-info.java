/**
 * What a developer needs and production must not have: an embedded PostgreSQL, demo tenants and,
 * below, an identity provider. Removed from every package before it is built. May use everything;
 * nothing may use it.
 */
@NullMarked
package io.aegisx.tenancy.development;

import org.jspecify.annotations.NullMarked;
