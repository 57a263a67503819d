/**
 * What operators watch: metrics per tenant, with bounded labels, and health. Uses everything that
 * it measures; nothing uses it.
 */
@NullMarked
package io.aegisx.tenancy.monitoring;

import org.jspecify.annotations.NullMarked;
