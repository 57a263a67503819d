package io.aegisx.tenancy.provisioning.onboarding;

import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * A step on the way of a tenant to active. It may be run again after it succeeded, if the process
 * ended before that was recorded: a repeat must do no harm.
 *
 * @param name lower-case words joined by hyphens; it is what the registry remembers
 */
record OnboardingStep(String name, Function<Tenant, Uni<Void>> work) {}
