package io.aegisx.tenancy.administration.fleet;

import io.aegisx.tenancy.registry.overview.FleetFigures;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the tenants with tables of their own are up to date. */
@RegisterForReflection
public record Migrations(
    @Schema(required = true, description = "The version that all are to have") int target,
    @Schema(required = true) long tenants,
    @Schema(required = true) long current,
    @Schema(required = true) long behind,
    @Schema(required = true, description = "Of those behind, those that an attempt failed for")
        long failed,
    @Schema(required = true, description = "Whether this replica migrates now") boolean running,
    @Schema(required = true, description = "The newest first; 0 where none is recorded")
        List<FleetFigures.AtVersion> versions,
    @Schema(required = true, description = "How those behind are taken; the platform's own first")
        List<Wave> waves) {

  /** How many tenants are migrated together before the next ones are. */
  @RegisterForReflection
  @Schema(name = "MigrationWave")
  public record Wave(@Schema(required = true) int number, @Schema(required = true) int tenants) {}

  static Migrations of(int target, FleetFigures fleet, List<List<Tenant>> waves, boolean running) {
    long behind = fleet.behind(target);
    return new Migrations(
        target,
        fleet.tenants(),
        fleet.tenants() - behind,
        behind,
        fleet.failed(),
        running,
        fleet.versions(),
        IntStream.range(0, waves.size())
            .mapToObj(wave -> new Wave(wave + 1, waves.get(wave).size()))
            .toList());
  }
}
