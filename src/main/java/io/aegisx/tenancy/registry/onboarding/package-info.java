/**
 * What the registry keeps of tenants that come and go: the steps of provisioning, and purges. Uses
 * {@code registry.sql}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.registry.onboarding;

import org.jspecify.annotations.NullMarked;
