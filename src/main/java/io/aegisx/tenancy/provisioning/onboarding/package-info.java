/**
 * Takes pending tenants to active: a list of named steps that any replica goes on with, to which a
 * service adds its own by observing {@code OnboardingSteps}. Uses {@code provisioning}, {@code
 * registry}, {@code tenant}, {@code problem}, {@code blocking}, {@code database}.
 */
@NullMarked
package io.aegisx.tenancy.provisioning.onboarding;

import org.jspecify.annotations.NullMarked;
