package io.aegisx.tenancy.resolution;

import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Locale;

/** Reads the tenant from the {@code X-Tenant-ID} header: exactly one id or subdomain. */
final class HeaderSource {

  static final String HEADER = "X-Tenant-ID";

  private HeaderSource() {}

  static Naming read(List<String> values) {
    if (values.isEmpty()) {
      return Naming.absent();
    }
    if (values.size() > 1 || values.get(0).indexOf(',') >= 0) {
      return Naming.conflict(HEADER + " must be given once, with one tenant");
    }
    return ofText(values.get(0), HEADER);
  }

  /** An id or a subdomain as it came, for the header and for the path. */
  static Naming ofText(String text, String where) {
    if (TenantId.parse(text).isPresent()) {
      return Naming.named(text.toLowerCase(Locale.ROOT));
    }
    return Subdomain.isLabel(text)
        ? Naming.named(text)
        : Naming.invalid(where + " must hold a tenant id or a subdomain");
  }
}
