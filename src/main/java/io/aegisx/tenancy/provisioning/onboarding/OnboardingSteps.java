package io.aegisx.tenancy.provisioning.onboarding;

import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A CDI event, fired once at start: whoever observes it adds steps to the making of every tenant.
 *
 * <pre>{@code
 * void onboard(@Observes OnboardingSteps steps) {
 *   steps.add("mailbox", tenant -> mail.open(tenant.subdomain().value()));
 * }
 * }</pre>
 *
 * Steps are run in the order in which they were added, once the tenant's storage is there and
 * before it is served, bound to the tenant: {@code TenantData} reaches its rows. One that fails is
 * tried again, as are those of a process that ended; a tenant becomes active when all have
 * succeeded.
 */
public final class OnboardingSteps {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final List<OnboardingStep> added = new ArrayList<>();
  private final Set<String> taken;

  OnboardingSteps(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /**
   * Adds a step.
   *
   * @param name lower-case words joined by hyphens, of no other step; not to be changed later, as
   *     the registry remembers what is done by it
   * @param work may be run again after it succeeded: a repeat must do no harm
   * @throws IllegalArgumentException if the name is malformed or taken
   */
  public OnboardingSteps add(String name, Function<Tenant, Uni<Void>> work) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not the name of a step: " + name);
    }
    if (!taken.add(name)) {
      throw new IllegalArgumentException("There is a step " + name + " already");
    }
    added.add(new OnboardingStep(name, work));
    return this;
  }

  List<OnboardingStep> added() {
    return List.copyOf(added);
  }
}
