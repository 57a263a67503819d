/**
 * Makes and removes the storage of tenants: roles, schemas, databases, migrations, grants, and the
 * check that what is there isolates. The only package that uses JDBC and Flyway. Uses {@code
 * tenant}, {@code problem}, {@code blocking}, {@code database}, {@code registry}, {@code
 * isolation}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning;

import org.jspecify.annotations.NullMarked;
