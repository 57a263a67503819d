/**
 * The OpenAPI document: what all routes have in common is added when the service is built. Nothing
 * here runs in the service. Uses {@code problem}.
 */
@NullMarked
package io.aegisx.tenancy.description;

import org.jspecify.annotations.NullMarked;
