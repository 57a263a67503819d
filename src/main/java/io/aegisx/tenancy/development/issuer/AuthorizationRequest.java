package io.aegisx.tenancy.development.issuer;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client asks for when it sends somebody to sign in (RFC 6749 section 4.1.1, RFC 7636). */
record AuthorizationRequest(MultiMap parameters) {

  private static final Set<String> CARRIED =
      Set.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "scope",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method");

  /** What is wrong with it, in words for the developer. */
  Optional<String> problem() {
    if (!TokenEndpoint.CONSOLE.equals(value("client_id").orElse(""))) {
      return Optional.of("client_id must be " + TokenEndpoint.CONSOLE);
    }
    if (!isLocal(value("redirect_uri").orElse(""))) {
      return Optional.of("redirect_uri must be an http(s) address at localhost or below it");
    }
    if (!value("response_type").orElse("").equals("code")) {
      return Optional.of("response_type must be code");
    }
    return value("code_challenge").isPresent()
            && value("code_challenge_method").orElse("").equals("S256")
        ? Optional.empty()
        : Optional.of("code_challenge with code_challenge_method S256 is required");
  }

  /** A development issuer hands codes to this machine only. */
  static boolean isLocal(String address) {
    try {
      URI uri = URI.create(address);
      String host = String.valueOf(uri.getHost());
      return String.valueOf(uri.getScheme()).matches("https?")
          && (host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1"));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  Optional<String> value(String name) {
    @Nullable String value = parameters.get(name);
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  /** The parameters that the sign-in form sends along. */
  Map<String, String> carried() {
    Map<String, String> carried = new LinkedHashMap<>();
    CARRIED.forEach(name -> value(name).ifPresent(text -> carried.put(name, text)));
    return carried;
  }
}
