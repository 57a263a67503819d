package io.aegisx.tenancy.registry.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the tenants with tables of their own are up to date. */
public record FleetFigures(List<AtVersion> versions, long failed) {

  /** How many tenants have a version; 0 stands for none that is recorded. */
  @RegisterForReflection
  @Schema(name = "TenantsAtVersion")
  public record AtVersion(
      @Schema(required = true) int version, @Schema(required = true) long tenants) {}

  /** How many there are. */
  public long tenants() {
    return versions.stream().mapToLong(AtVersion::tenants).sum();
  }

  /** How many have less than the version. */
  public long behind(int target) {
    return versions.stream()
        .filter(group -> group.version() < target)
        .mapToLong(AtVersion::tenants)
        .sum();
  }
}
