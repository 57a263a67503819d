package io.aegisx.tenancy.administration.fleet;

import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.provisioning.fleet.FleetMigration;
import io.aegisx.tenancy.registry.StorageVersions;
import io.aegisx.tenancy.registry.usage.StorageRepository;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells where a tenant's tables are, and how they are. */
@ApplicationScoped
class StorageService {

  private final FleetMigration fleet;
  private final StorageVersions versions;
  private final StorageRepository sizes;
  private final DatabaseSettings database;

  StorageService(
      FleetMigration fleet,
      StorageVersions versions,
      StorageRepository sizes,
      DatabaseSettings database) {
    this.fleet = fleet;
    this.versions = versions;
    this.sizes = sizes;
    this.database = database;
  }

  Uni<StorageView> of(Tenant tenant) {
    return Uni.combine()
        .all()
        .unis(fleet.target(), versions.of(tenant.id()), sizes.of(tenant.id()))
        .with(
            (target, version, size) ->
                StorageView.of(tenant, databaseOf(tenant), target, version, size));
  }

  private String databaseOf(Tenant tenant) {
    return tenant.placement() instanceof Placement.Database own ? own.database() : database.name();
  }
}
