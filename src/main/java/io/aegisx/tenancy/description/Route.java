package io.aegisx.tenancy.description;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** An operation and where it is. */
record Route(String path, HttpMethod method, Operation operation) {

  private static final String CURRENT = "/tenants/current";

  boolean isPublic() {
    return path.equals(CURRENT);
  }

  boolean isRead() {
    return method == HttpMethod.GET;
  }

  boolean isPost() {
    return method == HttpMethod.POST;
  }

  boolean isCreation() {
    return isPost() && takesBody();
  }

  boolean isTenantCreation() {
    return isCreation() && path.equals("/tenants");
  }

  boolean isPurge() {
    return method == HttpMethod.DELETE && path.startsWith("/tenants/");
  }

  boolean isCollection() {
    return success()
        .flatMap(Route::schema)
        .map(
            schema ->
                schema.getType() != null && schema.getType().contains(Schema.SchemaType.ARRAY))
        .orElse(false);
  }

  boolean isSingleRead() {
    return isRead() && !isCollection();
  }

  /** Whether the address needs a tenant, or may be asked for one. */
  boolean isOfTenant() {
    return isPublic() || !path.startsWith("/tenants");
  }

  boolean namesResource() {
    return path.contains("{");
  }

  boolean takesBody() {
    return operation.getRequestBody() != null;
  }

  boolean isGuarded() {
    return !isRead() && !isPost();
  }

  Optional<APIResponse> success() {
    return Optional.ofNullable(operation.getResponses().getAPIResponse("200"));
  }

  /** The schema of a JSON answer. */
  static Optional<Schema> schema(APIResponse response) {
    return Optional.ofNullable(response.getContent())
        .map(Content::getMediaTypes)
        .map(Map::values)
        .flatMap(types -> types.stream().findFirst())
        .flatMap(type -> Optional.ofNullable(type.getSchema()));
  }
}
