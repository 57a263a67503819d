package io.aegisx.tenancy.access;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads what the service needs from a verified token. */
final class Claims {

  private static final List<List<String>> ROLE_PATHS =
      List.of(List.of("roles"), List.of("groups"), List.of("realm_access", "roles"));

  private Claims() {}

  /** The claim at a dotted path, if it is one string; arrays and objects are no tenant. */
  static Optional<String> text(JsonWebToken token, String path) {
    Object value = at(token, List.of(path.split("\\.", -1)));
    if (value instanceof JsonString string) {
      return Optional.of(string.getString());
    }
    return value instanceof String string ? Optional.of(string) : Optional.empty();
  }

  /** The first present of {@code roles}, {@code groups} and {@code realm_access/roles}. */
  static Set<String> roles(JsonWebToken token) {
    return ROLE_PATHS.stream()
        .map(path -> at(token, path))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(Claims::texts)
        .orElseGet(Set::of);
  }

  private static @Nullable Object at(JsonWebToken token, List<String> path) {
    Object value = token.getClaim(path.get(0));
    for (String name : path.subList(1, path.size())) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  private static Set<String> texts(Object value) {
    Set<String> texts = new LinkedHashSet<>();
    if (value instanceof JsonArray || value instanceof Collection) {
      ((Collection<?>) value).forEach(item -> add(item, texts));
    } else if (!(value instanceof JsonObject)) {
      add(value, texts);
    }
    return texts;
  }

  private static void add(Object item, Set<String> texts) {
    if (item instanceof JsonString string) {
      texts.add(string.getString());
    } else if (item instanceof String string) {
      texts.add(string);
    }
  }
}
