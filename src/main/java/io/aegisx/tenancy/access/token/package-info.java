/**
 * Who signed a token, and whether it holds: providers, their keys, the rules for times and
 * audiences. Uses {@code tenant}, {@code problem}, {@code resolution}; never {@code access}.
 */
@NullMarked
package io.aegisx.tenancy.access.token;

import org.jspecify.annotations.NullMarked;
