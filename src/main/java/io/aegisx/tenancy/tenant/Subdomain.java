package io.aegisx.tenancy.tenant;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A tenant's host label: an RFC 1123 label of 1 to 63 lower-case characters. */
public record Subdomain(String value) {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Labels that name the platform itself, never a tenant. */
  public static final Set<String> PLATFORM_LABELS = Set.of("www", "api", "admin", "console");

  /** Path segments below {@code /tenants} that would be ambiguous as a subdomain. */
  private static final Set<String> ROUTE_WORDS = Set.of("current", "mine");

  public Subdomain {
    problemWith(value)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  /** What is wrong with the text as a subdomain, in words for the person who sent it. */
  public static Optional<String> problemWith(String text) {
    if (!isLabel(text)) {
      return Optional.of("must be 1 to 63 lower-case letters, digits or inner hyphens");
    }
    if (PLATFORM_LABELS.contains(text) || ROUTE_WORDS.contains(text)) {
      return Optional.of("is reserved");
    }
    if (text.startsWith("xn--")) {
      return Optional.of("must not be an internationalized (xn--) label");
    }
    return TenantId.isUuidShaped(text)
        ? Optional.of("must not look like a tenant id")
        : Optional.empty();
  }

  /** Whether the text is a lower-case RFC 1123 label, reserved or not. */
  public static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
