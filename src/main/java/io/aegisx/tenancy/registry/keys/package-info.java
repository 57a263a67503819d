/**
 * The wrapped keys of tenants, and rotations that are under way. Uses {@code registry.sql}, {@code
 * tenant}.
 */
@NullMarked
package io.aegisx.tenancy.registry.keys;

import org.jspecify.annotations.NullMarked;
