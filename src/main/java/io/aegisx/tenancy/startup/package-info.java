/**
 * How the service starts: the settings are checked, then the database is prepared and checked, then
 * changes are listened for. Uses {@code provisioning}, {@code registry}, {@code blocking}, {@code
 * database}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.startup;

import org.jspecify.annotations.NullMarked;
