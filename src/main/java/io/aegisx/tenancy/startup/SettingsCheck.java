package io.aegisx.tenancy.startup;

import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.TenantId;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the first setting of the environment that is missing or wrong, and says so in one line. */
final class SettingsCheck {

  private static final Set<String> STRATEGIES =
      Set.of("shared_database", "schema_per_tenant", "database_per_tenant");
  private static final Set<String> SOURCES = Set.of("subdomain", "header", "path", "token");
  private static final List<String> WITH_DEFAULT =
      List.of(
          "TENANCY_STRATEGY",
          "TENANCY_IDENTIFICATION",
          "TENANCY_BASE_DOMAIN",
          "TENANT_CACHE_ENABLED",
          "TENANT_CACHE_TTL",
          "DB_PORT",
          "DB_NAME",
          "DB_POOLER",
          "OIDC_AUDIENCE",
          "HTTP_PORT",
          "MANAGEMENT_PORT");
  private static final int SHORTEST_SECRET_BYTES = 32;

  private final Function<String, Optional<String>> settings;

  SettingsCheck(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  Optional<String> firstProblem() {
    return Stream.of(
            required("DB_HOST"),
            required("DB_USERNAME"),
            required("DB_PASSWORD"),
            required("OIDC_ISSUER"),
            empty(),
            together("DB_ADMIN_USERNAME", "DB_ADMIN_PASSWORD"),
            port("DB_PORT"),
            port("DB_ADMIN_PORT"),
            port("HTTP_PORT"),
            port("MANAGEMENT_PORT"),
            oneOf("TENANCY_STRATEGY", STRATEGIES),
            listOf("TENANCY_IDENTIFICATION", SOURCES),
            oneOf("DB_POOLER", Set.of("none", "transaction")),
            oneOf("TENANT_CACHE_ENABLED", Set.of("true", "false")),
            wrong("TENANT_CACHE_TTL", SettingsCheck::isPositive, "a number of seconds, 1 or more"),
            wrong("TENANCY_BASE_DOMAIN", SettingsCheck::isDomain, "a domain in lower case"),
            wrong("DEFAULT_TENANT", SettingsCheck::isTenant, "a tenant's id or subdomain"),
            wrong("OIDC_ISSUER", SettingsCheck::isAddress, "an http(s) address"),
            wrong(
                "ENCRYPTION_SECRET", SettingsCheck::isSecret, "base64 of at least 32 random bytes"),
            wrong(
                "TENANCY_ENCRYPTION_PREVIOUS_SECRET",
                SettingsCheck::isSecret,
                "base64 of at least 32 random bytes"),
            roles())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** An empty value would hide the default, and there is no telling whether it was meant to. */
  private Optional<String> empty() {
    return WITH_DEFAULT.stream()
        .filter(name -> settings.apply(name).filter(String::isBlank).isPresent())
        .findFirst()
        .map(name -> name + " is empty: give it a value, or leave it out");
  }

  private Optional<String> value(String name) {
    return settings.apply(name).filter(value -> !value.isBlank());
  }

  private Optional<String> required(String name) {
    return value(name).isPresent() ? Optional.empty() : Optional.of(name + " is not set");
  }

  private Optional<String> together(String first, String second) {
    boolean one = value(first).isPresent();
    return one == value(second).isPresent()
        ? Optional.empty()
        : Optional.of(
            (one ? second : first) + " is not set, but " + (one ? first : second) + " is");
  }

  private Optional<String> roles() {
    Optional<String> runtime = value("DB_USERNAME");
    return runtime.isPresent() && runtime.equals(value("DB_ADMIN_USERNAME"))
        ? Optional.of("DB_USERNAME must not be the role of DB_ADMIN_USERNAME")
        : Optional.empty();
  }

  private Optional<String> port(String name) {
    return wrong(name, SettingsCheck::isPort, "a port, 1 to 65535");
  }

  private Optional<String> oneOf(String name, Set<String> values) {
    return wrong(name, values::contains, "one of " + String.join(", ", sorted(values)));
  }

  private Optional<String> listOf(String name, Set<String> values) {
    return wrong(
        name,
        text -> Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(values::contains),
        "a list of " + String.join(", ", sorted(values)));
  }

  private Optional<String> wrong(String name, Predicate<String> rule, String meaning) {
    // The value itself may be a secret: it is not repeated.
    return value(name).filter(rule.negate()).map(text -> name + " must be " + meaning);
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65535;
  }

  private static boolean isPositive(String text) {
    return text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1;
  }

  private static boolean isDomain(String text) {
    return text.length() <= 253
        && Arrays.stream(text.split("\\.", -1)).allMatch(Subdomain::isLabel);
  }

  private static boolean isTenant(String text) {
    return TenantId.parse(text).isPresent() || Subdomain.isLabel(text);
  }

  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isSecret(String text) {
    try {
      return Base64.getDecoder().decode(text).length >= SHORTEST_SECRET_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
