/** How PostgreSQL is reached and what its failures mean. Uses {@code problem}. */
@NullMarked
package io.aegisx.tenancy.database;

import org.jspecify.annotations.NullMarked;
