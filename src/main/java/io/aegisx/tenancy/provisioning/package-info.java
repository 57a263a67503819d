/**
 * Makes and removes the storage of tenants: roles, schemas, databases, migrations, grants. The only
 * package, with those below it, that uses JDBC and Flyway. Uses {@code provisioning.jdbc}, {@code
 * provisioning.guard}, {@code tenant}, {@code problem}, {@code blocking}, {@code database}, {@code
 * registry}, {@code isolation}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning;

import org.jspecify.annotations.NullMarked;
