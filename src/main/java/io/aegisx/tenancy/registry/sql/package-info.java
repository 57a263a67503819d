/**
 * How the registry's database is reached, and what its rows are. Uses {@code tenant}, {@code
 * audit}, {@code problem}, {@code database}.
 */
@NullMarked
package io.aegisx.tenancy.registry.sql;

import org.jspecify.annotations.NullMarked;
