package io.aegisx.tenancy.resolution;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the tenant from the host: a label under the base domain, or a domain of its own. */
final class HostSource {

  private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}$");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final int LONGEST_HOST = 253;

  private final String baseDomain;

  HostSource(String baseDomain) {
    this.baseDomain = baseDomain.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the raw host values.
   *
   * @param hosts one for each Host header of the request
   */
  Naming read(List<String> hosts) {
    if (hosts.size() > 1) {
      return Naming.conflict("The request has more than one Host");
    }
    if (hosts.isEmpty() || hosts.get(0).isEmpty()) {
      return Naming.absent();
    }
    String value = hosts.get(0);
    return value.startsWith("[") ? ipv6(value) : ofHost(normalize(value));
  }

  private static Naming ipv6(String value) {
    return value.matches("\\[[0-9a-fA-F:.]+](:[0-9]{0,5})?")
        ? Naming.absent()
        : Naming.invalid("The Host is malformed");
  }

  private static String normalize(String value) {
    String host = PORT.matcher(value).replaceFirst("").toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private Naming ofHost(String host) {
    if (IPV4.matcher(host).matches() || host.equals(baseDomain)) {
      return Naming.absent();
    }
    if (!isHostName(host)) {
      return Naming.invalid("The Host is malformed");
    }
    return host.endsWith("." + baseDomain)
        ? ofLabel(host.substring(0, host.length() - baseDomain.length() - 1))
        : new Naming.Named(new TenantKey.Domain(host));
  }

  private static Naming ofLabel(String label) {
    if (Subdomain.PLATFORM_LABELS.contains(label)) {
      return Naming.absent();
    }
    // A tenant's id is no subdomain, and a deeper name is nobody's.
    return label.indexOf('.') >= 0 || TenantId.parse(label).isPresent()
        ? new Naming.Refused(ErrorCode.TENANT_NOT_FOUND, "There is no tenant at this host")
        : Naming.named(label);
  }

  private static boolean isHostName(String host) {
    return host.length() <= LONGEST_HOST
        && List.of(host.split("\\.", -1)).stream().allMatch(Subdomain::isLabel);
  }
}
