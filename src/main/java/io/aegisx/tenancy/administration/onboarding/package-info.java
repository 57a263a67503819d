/**
 * The control plane's resources for tenants that come and go: {@code /tenants/{t}/provisioning} and
 * {@code /purges}. Uses {@code administration}, {@code provisioning.onboarding}, {@code
 * provisioning.purge}, {@code registry.onboarding}, {@code access}, {@code http}.
 */
@NullMarked
package io.aegisx.tenancy.administration.onboarding;

import org.jspecify.annotations.NullMarked;
