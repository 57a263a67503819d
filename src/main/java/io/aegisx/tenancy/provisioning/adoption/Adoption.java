package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.provisioning.adoption.plan.AdoptionStep;
import io.aegisx.tenancy.provisioning.adoption.plan.Source;
import io.aegisx.tenancy.tenant.Tenant;
import java.util.List;

/**
 * An adoption, as planned or as it was begun.
 *
 * @param tenant whose the data becomes
 * @param relations the names of all that changes its schema
 * @param steps in their order; the last one is the switch
 * @param begun whether it is in the registry
 * @param finished whether the switch was made
 */
public record Adoption(
    Tenant tenant,
    Source source,
    List<String> relations,
    List<AdoptionStep> steps,
    boolean begun,
    boolean finished) {

  /** The step after which the old application finds nothing any more. */
  int switchStep() {
    return steps.size() - 1;
  }
}
