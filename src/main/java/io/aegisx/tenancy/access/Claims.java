package io.aegisx.tenancy.access;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the service needs from a verified token.
 *
 * <p>The claims are taken as they were sent: {@link JsonWebToken} shows some of them, {@code
 * groups} above all, as present and well-formed where they are not.
 */
final class Claims {

  private static final List<List<String>> ROLE_PATHS =
      Roles.CLAIMS.stream().map(claim -> List.of(claim.split("/", -1))).toList();

  private Claims() {}

  /** The claim at a dotted path, if it is one string; arrays and objects are no tenant. */
  static Optional<String> text(JsonWebToken token, String path) {
    return textOf(at(token, List.of(path.split("\\.", -1))));
  }

  /** The first present of {@code roles}, {@code groups} and {@code realm_access/roles}. */
  static Set<String> roles(JsonWebToken token) {
    return ROLE_PATHS.stream()
        .map(path -> at(token, path))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Claims::texts)
        .orElseGet(Set::of);
  }

  private static @Nullable Object at(JsonWebToken token, List<String> path) {
    if (!(token instanceof OidcJwtCallerPrincipal verified)) {
      return null;
    }
    Object value = verified.getClaims().getClaimValue(path.get(0));
    for (String name : path.subList(1, path.size())) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  /** A single role, or those in a list. */
  private static Set<String> texts(Object value) {
    Stream<?> items = value instanceof Collection<?> list ? list.stream() : Stream.of(value);
    return items.flatMap(item -> textOf(item).stream()).collect(Collectors.toSet());
  }

  private static Optional<String> textOf(@Nullable Object value) {
    if (value instanceof JsonString json) {
      return Optional.of(json.getString());
    }
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
