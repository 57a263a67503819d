package io.aegisx.tenancy.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The platform's own tenants, one of each isolation, among which it looks for leaks. Their ids are
 * fixed (version 8, RFC 9562) and below those of all others.
 */
public final class Canaries {

  /** What their subdomains begin with; no other tenant's may. */
  public static final String PREFIX = "aegisx-canary-";

  private static final long HIGH_BITS = 0x8000L;
  private static final long LOW_BITS = 0x8000_0000_0000_0000L;

  /** No canary has a higher id, and no other tenant a lower one. */
  public static final UUID HIGHEST_ID = new UUID(HIGH_BITS, LOW_BITS | 0xFFFF);

  private Canaries() {}

  /** All of them, as they are before they are provisioned. */
  public static List<Tenant> all() {
    return Arrays.stream(Isolation.values()).map(Canaries::of).toList();
  }

  /** Whether the id is a canary's. */
  public static boolean isCanary(TenantId id) {
    return id.value().getMostSignificantBits() == HIGH_BITS;
  }

  private static Tenant of(Isolation isolation) {
    String kind = isolation.name().toLowerCase(Locale.ROOT).split("_", -1)[0];
    return Tenant.pending(
        new TenantId(new UUID(HIGH_BITS, LOW_BITS | (isolation.ordinal() + 1))),
        "Canary (" + kind + ")",
        new Subdomain(PREFIX + kind),
        Plan.BASIC,
        isolation,
        TenantSettings.EMPTY,
        Optional.empty());
  }
}
