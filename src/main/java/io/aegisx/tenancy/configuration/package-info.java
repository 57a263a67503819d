/**
 * Each tenant's configuration: what may be set, the layers that a value comes from, secrets, and
 * its history. Uses {@code isolation}, {@code encryption}, {@code trail}, {@code registry}, {@code
 * access}, {@code http}, {@code problem}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.configuration;

import org.jspecify.annotations.NullMarked;
