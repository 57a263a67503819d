package io.aegisx.tenancy.resolution;

import java.util.Optional;
import java.util.Set;

/**
 * Reads the tenant from a path {@code /tenants/{id or subdomain}/…}.
 *
 * <p>The raw path counts, not a decoded one: what looks different to different readers is refused.
 */
public final class PathSource {

  private static final String PREFIX = "/tenants/";

  /** Segments in the tenant's place that name none. */
  private static final Set<String> NO_TENANTS = Set.of("current", "mine");

  /** What follows the tenant in routes of the control plane. */
  private static final Set<String> CONTROL_PLANE =
      Set.of("suspend", "activate", "restore", "provisioning", "storage", "drift", "tenants");

  /** Routes that are of all tenants. */
  private static final Set<String> PLATFORM =
      Set.of(
          "/tenants",
          "/isolation",
          "/purges",
          "/overview",
          "/migrations",
          "/migrations/behind",
          "/drift",
          "/drift/shared");

  private PathSource() {}

  /**
   * Reads a path.
   *
   * @param raw as it was sent, without the query
   * @param normalized without dot segments, unreserved characters decoded
   */
  static Naming read(String raw, String normalized) {
    if (!normalized.startsWith(PREFIX) && !raw.startsWith(PREFIX)) {
      return Naming.absent();
    }
    String segment = tenantSegment(raw);
    if (!raw.startsWith(PREFIX)
        || !tenantSegment(normalized).equals(segment)
        || raw.contains("/../")
        || raw.endsWith("/..")) {
      return Naming.invalid("The path is malformed");
    }
    return raw.equals(PREFIX) || NO_TENANTS.contains(segment)
        ? Naming.absent()
        : HeaderSource.ofText(segment, "The path");
  }

  /** Whether the path is the control plane's view of a tenant, rather than that tenant's data. */
  public static boolean isControlPlane(String raw) {
    return raw.startsWith(PREFIX)
        && !NO_TENANTS.contains(tenantSegment(raw))
        && remainder(raw).isEmpty();
  }

  /** Whether the path is one that the platform's people run the platform by. */
  public static boolean isOfThePlatform(String raw) {
    return PLATFORM.contains(raw) || isControlPlane(raw);
  }

  /**
   * Whether a default tenant may be meant. The registry's own routes are of no tenant, or of the
   * one in the path: else a default tenant could never be made, or shut other tenants' people out.
   */
  static boolean mayTakeDefault(String raw) {
    return !raw.equals("/tenants")
        && (!raw.startsWith(PREFIX) || tenantSegment(raw).equals("current"));
  }

  /** The path of the tenant plane behind the tenant, {@code /users} of {@code /tenants/t/users}. */
  static Optional<String> remainder(String raw) {
    int end = raw.startsWith(PREFIX) ? raw.indexOf('/', PREFIX.length()) : -1;
    if (end < 0 || NO_TENANTS.contains(tenantSegment(raw))) {
      return Optional.empty();
    }
    String rest = raw.substring(end);
    String first = rest.substring(1).split("/", -1)[0];
    return first.isEmpty() || CONTROL_PLANE.contains(first) ? Optional.empty() : Optional.of(rest);
  }

  private static String tenantSegment(String path) {
    if (!path.startsWith(PREFIX)) {
      return "";
    }
    int end = path.indexOf('/', PREFIX.length());
    return end < 0 ? path.substring(PREFIX.length()) : path.substring(PREFIX.length(), end);
  }
}
