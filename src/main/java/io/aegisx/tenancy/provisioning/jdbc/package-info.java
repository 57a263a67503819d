/**
 * Blocking connections of the administration, and how they quote, lock and bind. Uses {@code
 * tenant}, {@code database}, {@code isolation}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.jdbc;

import org.jspecify.annotations.NullMarked;
