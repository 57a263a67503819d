/**
 * What tenants have set themselves: rows, secrets, and what is remembered of them. Uses {@code
 * configuration.definition}, {@code isolation}, {@code encryption}, {@code registry}.
 */
@NullMarked
package io.aegisx.tenancy.configuration.store;

import org.jspecify.annotations.NullMarked;
