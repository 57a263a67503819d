package io.aegisx.tenancy.description;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds the headers that routes take; they are described in {@code META-INF/openapi.yaml}. */
final class Parameters {

  private Parameters() {}

  static void describe(Route route) {
    List<Parameter> parameters = own(route.operation());
    addIf(route.isOfTenant(), "X-Tenant-ID", parameters);
    addIf(route.isPost(), "Idempotency-Key", parameters);
    addIf(route.isTenantCreation(), "Prefer", parameters);
    addIf(route.isGuarded(), "If-Match", parameters);
    addIf(route.isSingleRead(), "If-None-Match", parameters);
    route.operation().setParameters(parameters);
  }

  private static List<Parameter> own(Operation operation) {
    return new ArrayList<>(
        operation.getParameters() == null
            ? List.of()
            : operation.getParameters().stream()
                .filter(parameter -> parameter.getIn() != Parameter.In.HEADER)
                .toList());
  }

  private static void addIf(boolean taken, String name, List<Parameter> parameters) {
    if (taken) {
      parameters.add(OASFactory.createParameter().ref(name));
    }
  }
}
