package io.aegisx.tenancy.provisioning.drift;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.migration.TenantScripts;
import io.aegisx.tenancy.registry.StorageVersions;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for schemas that are stamped with a version and are not what it makes. */
@ApplicationScoped
public class DriftCheck {

  /** So many schemas are asked for at once. */
  private static final int BATCH = 100;

  private final AdminConnections connections;
  private final StorageVersions versions;
  private final TenantScripts scripts;
  private final Reference reference;
  private final BlockingDoor blocking;

  DriftCheck(
      AdminConnections connections,
      StorageVersions versions,
      TenantScripts scripts,
      Reference reference,
      BlockingDoor blocking) {
    this.connections = connections;
    this.versions = versions;
    this.scripts = scripts;
    this.reference = reference;
    this.blocking = blocking;
  }

  /** Compares the shared tables with freshly migrated ones. */
  public Uni<DriftReport> shared() {
    return blocking.run(this::sharedNow);
  }

  /**
   * Compares the tables of tenants that have their own.
   *
   * @param wanted which of them
   * @param parallel how many connections to use at once
   */
  public Multi<DriftReport> run(Predicate<Tenant> wanted, int parallel) {
    return versions
        .all()
        .map(all -> all.stream().filter(wanted).toList())
        .onItem()
        .transformToMulti(tenants -> run(tenants, parallel));
  }

  /** Compares the tables of these tenants, which have their own, in no certain order. */
  public Multi<DriftReport> run(List<Tenant> tenants, int parallel) {
    return Multi.createFrom()
        .iterable(batches(tenants))
        .onItem()
        .transformToUni(batch -> blocking.run(() -> compare(batch)))
        .merge(parallel)
        .onItem()
        .disjoint();
  }

  /** Schemas of the main database together, each database by itself. */
  private static List<List<Tenant>> batches(List<Tenant> tenants) {
    List<List<Tenant>> batches = new ArrayList<>();
    List<Tenant> schemas =
        tenants.stream()
            .filter(tenant -> tenant.isolation() == Isolation.SCHEMA_PER_TENANT)
            .toList();
    for (int i = 0; i < schemas.size(); i += BATCH) {
      batches.add(schemas.subList(i, Math.min(schemas.size(), i + BATCH)));
    }
    tenants.stream()
        .filter(tenant -> tenant.isolation() == Isolation.DATABASE_PER_TENANT)
        .forEach(tenant -> batches.add(List.of(tenant)));
    return batches;
  }

  private DriftReport sharedNow() throws SQLException {
    int version = scripts.latest();
    Facts expected = reference.of(new Reference.Kind(version, true));
    try (Connection connection = connections.to(connections.mainDatabase()).getConnection()) {
      connection.setAutoCommit(false);
      Set<String> adopted = adopted(connection, Placement.SHARED_SCHEMA);
      Facts found = Catalog.of(connection, Placement.SHARED_SCHEMA).without(adopted);
      return report(Optional.empty(), version, found, expected);
    }
  }

  private List<DriftReport> compare(List<Tenant> batch) throws SQLException {
    if (batch.get(0).placement() instanceof Placement.Database own) {
      return List.of(compare(batch.get(0), own.database()));
    }
    return compareTogether(batch);
  }

  /** One database that cannot be looked at does not keep others from being compared. */
  private DriftReport compare(Tenant tenant, String database) throws SQLException {
    if (!isThere(database)) {
      return unseen(tenant, "database " + database + " is missing");
    }
    try {
      return compareTogether(List.of(tenant)).get(0);
    } catch (SQLException failure) {
      return unseen(tenant, "database " + database + " cannot be looked at: " + words(failure));
    }
  }

  private DriftReport unseen(Tenant tenant, String why) throws SQLException {
    return new DriftReport(Optional.of(tenant), version(tenant), "", "", List.of(why));
  }

  private static String words(SQLException failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
  }

  private List<DriftReport> compareTogether(List<Tenant> batch) throws SQLException {
    List<DriftReport> reports = new ArrayList<>();
    List<String> schemas = batch.stream().map(tenant -> tenant.placement().schema()).toList();
    try (Connection connection = connections.of(batch.get(0)).getConnection()) {
      connection.setAutoCommit(false);
      Map<String, Facts> found = Catalog.of(connection, schemas);
      for (Tenant tenant : batch) {
        boolean guarded = tenant.placement() instanceof Placement.Schema;
        Facts expected = reference.of(new Reference.Kind(version(tenant), guarded));
        Facts facts =
            found
                .getOrDefault(tenant.placement().schema(), new Facts(List.of()))
                .without(guarded ? adopted(connection, tenant.placement().schema()) : Set.of());
        reports.add(report(Optional.of(tenant), version(tenant), facts, expected));
      }
    }
    return reports;
  }

  /** What came from a single-tenant database is nobody's migration. */
  private static Set<String> adopted(Connection main, String schema) throws SQLException {
    return Set.copyOf(
        AdminConnections.texts(
            main,
            "SELECT DISTINCT unnest(relations) FROM registry.adoptions"
                + " WHERE finished_at IS NOT NULL AND target_schema = "
                + literal(schema)));
  }

  private static DriftReport report(
      Optional<Tenant> tenant, int version, Facts found, Facts expected) {
    List<String> differences =
        found.isEmpty() ? List.of("the schema is missing") : found.differencesFrom(expected);
    return new DriftReport(
        tenant, version, found.fingerprint(), expected.fingerprint(), differences);
  }

  /** That which the registry has; the newest where none was recorded. */
  private int version(Tenant tenant) throws SQLException {
    return tenant.storageVersion() == 0 ? scripts.latest() : tenant.storageVersion();
  }

  private boolean isThere(String database) throws SQLException {
    try (Connection main = connections.to(connections.mainDatabase()).getConnection()) {
      return !AdminConnections.texts(
              main, "SELECT 1 FROM pg_database WHERE datname = " + literal(database))
          .isEmpty();
    }
  }
}
