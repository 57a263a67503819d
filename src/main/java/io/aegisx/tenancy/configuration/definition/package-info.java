/**
 * What may be set, by whom, and what holds where a tenant has set nothing. Uses {@code tenant},
 * {@code problem}.
 */
@NullMarked
package io.aegisx.tenancy.configuration.definition;

import org.jspecify.annotations.NullMarked;
