/** How much of what a tenant may have, by plan and by its own settings. Uses {@code tenant}. */
@NullMarked
package io.aegisx.tenancy.quota;

import org.jspecify.annotations.NullMarked;
