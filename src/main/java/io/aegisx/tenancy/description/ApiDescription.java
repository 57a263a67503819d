package io.aegisx.tenancy.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Adds to each operation what the conventions of the API say, so that no resource repeats it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private static final String SCHEME = "accessToken";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    List<Route> routes =
        api.getPaths().getPathItems().entrySet().stream()
            .flatMap(path -> routes(path.getKey(), path.getValue()))
            .toList();
    Changes changes = new Changes(api.getComponents());
    routes.forEach(ApiDescription::describeAccess);
    routes.forEach(changes::describe);
    routes.forEach(Parameters::describe);
    routes.forEach(Answers::describe);
    routes.forEach(ProblemAnswers::describe);
    ProblemAnswers.define(api.getComponents());
    changes.dropUntypedBodies();
  }

  private static Stream<Route> routes(String path, PathItem item) {
    return item.getOperations().entrySet().stream()
        .map(operation -> new Route(path, operation.getKey(), operation.getValue()));
  }

  /** Roles are told in words: as scopes they would read as if all of them were needed. */
  private static void describeAccess(Route route) {
    if (route.isPublic()) {
      route.operation().addSecurityRequirement(OASFactory.createSecurityRequirement());
      route.operation().addSecurityRequirement(requirement());
      return;
    }
    List<String> roles =
        route.operation().getSecurity().stream()
            .map(SecurityRequirement::getSchemes)
            .map(Map::values)
            .flatMap(scopes -> scopes.stream().flatMap(List::stream))
            .map(role -> "`" + role + "`")
            .toList();
    route.operation().setDescription("Role: " + String.join(" or ", roles) + ".");
    route.operation().setSecurity(List.of(requirement()));
  }

  private static SecurityRequirement requirement() {
    return OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of());
  }
}
