package io.aegisx.tenancy.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * Which version a tenant's own tables have.
 *
 * @param version 0 if only a failure is recorded
 * @param migratedAt when they got it, or when that first failed
 * @param error why the last attempt to migrate them failed, if it did
 */
public record StorageVersion(int version, Instant migratedAt, Optional<String> error) {

  /** The version, if there are tables. */
  public Optional<Integer> made() {
    return version == 0 ? Optional.empty() : Optional.of(version);
  }
}
