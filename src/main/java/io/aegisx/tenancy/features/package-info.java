/** The features that a tenant has. Uses {@code quota}, {@code access}, {@code tenant}. */
@NullMarked
package io.aegisx.tenancy.features;

import org.jspecify.annotations.NullMarked;
