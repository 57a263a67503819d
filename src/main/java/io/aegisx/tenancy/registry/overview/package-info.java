/**
 * Figures about all tenants together, each one query whatever their number. Uses {@code
 * registry.sql}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.registry.overview;

import org.jspecify.annotations.NullMarked;
