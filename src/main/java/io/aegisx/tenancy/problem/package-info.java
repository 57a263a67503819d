/**
 * What goes wrong and how it is told: the codes, the one exception, and the mappers to RFC 9457
 * problem documents inside and outside of JAX-RS. Uses {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.problem;

import org.jspecify.annotations.NullMarked;
