/**
 * The HTTP conventions that all resources share: pages, entity tags, merge patch. Uses {@code
 * problem}.
 */
@NullMarked
package io.aegisx.tenancy.http;

import org.jspecify.annotations.NullMarked;
