package io.aegisx.tenancy.description;

import java.util.LinkedHashMap;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes the bodies of PUT and PATCH: any of the fields of the resource. */
final class Changes {

  private static final String PREFIX = "#/components/schemas/";

  private final Components components;

  Changes(Components components) {
    this.components = components;
  }

  void describe(Route route) {
    if (route.takesBody() && !route.isPost()) {
      String resource =
          route.success().flatMap(Route::schema).orElseThrow().getRef().substring(PREFIX.length());
      String change = resource + "Change";
      components.addSchema(
          change, changeOf(Objects.requireNonNull(components.getSchemas().get(resource))));
      route
          .operation()
          .getRequestBody()
          .getContent()
          .getMediaTypes()
          .values()
          .forEach(type -> type.setSchema(OASFactory.createSchema().ref(change)));
    }
  }

  private static Schema changeOf(Schema resource) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("The fields to change; what is left out stays")
        .properties(new LinkedHashMap<>(resource.getProperties()));
  }

  /** The scanner describes what a change is read into, which is no client's business. */
  void dropUntypedBodies() {
    components.removeSchema("JsonNode");
    components.removeSchema("JsonNodeType");
  }
}
