/**
 * The control plane's view of tenants' tables: {@code /migrations}, {@code /drift}, {@code
 * /tenants/{t}/storage}, {@code /tenants/{t}/drift}. Uses {@code administration}, {@code
 * provisioning.fleet}, {@code provisioning.drift}, {@code registry}, {@code database}, {@code
 * blocking}, {@code access}, {@code http}.
 */
@NullMarked
package io.aegisx.tenancy.administration.fleet;

import org.jspecify.annotations.NullMarked;
