package io.aegisx.tenancy.provisioning.drift;

import io.aegisx.tenancy.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * How a schema differs from a freshly migrated one.
 *
 * @param tenant whose; none for the tables that tenants share
 * @param version the version that the registry says it has
 * @param fingerprint of what it has, SHA-256 in hexadecimal; empty if there is no such schema
 * @param expected the fingerprint of a freshly migrated one
 * @param differences in words; none if the fingerprints are the same
 */
public record DriftReport(
    Optional<Tenant> tenant,
    int version,
    String fingerprint,
    String expected,
    List<String> differences) {

  /** Whether it is not what it should be. */
  public boolean differs() {
    return !differences.isEmpty();
  }
}
