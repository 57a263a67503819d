package io.aegisx.tenancy.description;

import io.aegisx.tenancy.testing.Api;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI document of the service, for tests to look things up in. */
final class ApiDocument {

  private final JsonObject document;

  private ApiDocument(JsonObject document) {
    this.document = document;
  }

  static ApiDocument ofService() {
    return new ApiDocument(Api.ofService().get("/q/openapi?format=json").json());
  }

  JsonObject whole() {
    return document;
  }

  JsonObject info() {
    return document.getJsonObject("info");
  }

  /** All references inside of the document. */
  List<String> references() {
    List<String> references = new ArrayList<>();
    collectReferences(document, references);
    return references;
  }

  /** What a reference leads to, or null. */
  Object at(String reference) {
    Object target = document;
    for (String step : reference.substring(2).split("/")) {
      target = target instanceof JsonObject object ? object.getValue(step) : null;
    }
    return target;
  }

  List<Described> operations() {
    List<Described> operations = new ArrayList<>();
    for (Map.Entry<String, Object> path : document.getJsonObject("paths")) {
      for (Map.Entry<String, Object> operation : (JsonObject) path.getValue()) {
        operations.add(
            new Described(
                path.getKey(),
                operation.getKey().toUpperCase(Locale.ROOT),
                (JsonObject) operation.getValue()));
      }
    }
    return operations;
  }

  Described operation(String name) {
    return operations().stream()
        .filter(described -> described.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  JsonObject component(String kind) {
    return document.getJsonObject("components").getJsonObject(kind);
  }

  JsonObject resolve(JsonObject maybeReference) {
    String reference = maybeReference.getString("$ref");
    if (reference == null) {
      return maybeReference;
    }
    String[] steps = reference.split("/");
    return component(steps[2]).getJsonObject(steps[3]);
  }

  private static void collectReferences(Object value, List<String> references) {
    if (value instanceof JsonObject object) {
      if (object.getValue("$ref") instanceof String reference) {
        references.add(reference);
      }
      object.forEach(field -> collectReferences(field.getValue(), references));
    } else if (value instanceof JsonArray array) {
      array.forEach(item -> collectReferences(item, references));
    }
  }

  /** An operation of the document. */
  final class Described {
    private final String path;
    private final String method;
    private final JsonObject operation;

    private Described(String path, String method, JsonObject operation) {
      this.path = path;
      this.method = method;
      this.operation = operation;
    }

    String path() {
      return path;
    }

    String method() {
      return method;
    }

    JsonObject operation() {
      return operation;
    }

    String name() {
      return method + " " + path;
    }

    JsonObject response(String status) {
      JsonObject response = operation.getJsonObject("responses").getJsonObject(status);
      return response == null ? null : resolve(response);
    }

    List<JsonObject> parameters() {
      return operation.getJsonArray("parameters", new JsonArray()).stream()
          .map(parameter -> resolve((JsonObject) parameter))
          .toList();
    }
  }
}
