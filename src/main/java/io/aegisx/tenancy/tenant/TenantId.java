package io.aegisx.tenancy.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The identity of a tenant: a UUID, version 7 when made here (RFC 9562). */
public record TenantId(UUID value) {

  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  /** Reads the canonical text form; anything else is no tenant id. */
  public static Optional<TenantId> parse(String text) {
    return isUuidShaped(text) ? Optional.of(new TenantId(UUID.fromString(text))) : Optional.empty();
  }

  static boolean isUuidShaped(String text) {
    return UUID_SHAPE.matcher(text).matches();
  }

  /** The 32 lower-case hexadecimal digits, safe as part of an SQL identifier. */
  public String hex() {
    return value.toString().replace("-", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
