/**
 * The control plane's memory: the tenants table, its reads and writes, and the cached directory
 * that every request asks. Uses {@code tenant}, {@code audit}, {@code problem}, {@code database}.
 */
@NullMarked
package io.aegisx.tenancy.registry;

import org.jspecify.annotations.NullMarked;
