/**
 * How many requests of each tenant are let in: a rate, a number at the same time, and a fair share
 * when the service is saturated. Uses {@code tenant}, {@code quota}, {@code problem}, {@code
 * registry}, {@code resolution}, {@code access}, {@code provisioning}.
 */
@NullMarked
package io.aegisx.tenancy.throttling;

import org.jspecify.annotations.NullMarked;
