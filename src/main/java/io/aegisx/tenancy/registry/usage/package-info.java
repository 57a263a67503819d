/** What the registry keeps of the usage of tenants. Uses {@code registry}, {@code tenant}. */
@NullMarked
package io.aegisx.tenancy.registry.usage;

import org.jspecify.annotations.NullMarked;
