/**
 * Where it is decided which tenant a request is for: the sources, the resolver that makes them
 * agree, and the route filter that binds the answer, before authentication. Uses {@code tenant},
 * {@code problem}, {@code registry}.
 */
@NullMarked
package io.aegisx.tenancy.resolution;

import org.jspecify.annotations.NullMarked;
