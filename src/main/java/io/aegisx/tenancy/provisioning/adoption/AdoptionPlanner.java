package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.provisioning.adoption.plan.AdoptionStep;
import io.aegisx.tenancy.provisioning.adoption.plan.DatabasePlan;
import io.aegisx.tenancy.provisioning.adoption.plan.Filling;
import io.aegisx.tenancy.provisioning.adoption.plan.ObjectionSql;
import io.aegisx.tenancy.provisioning.adoption.plan.SchemaPlan;
import io.aegisx.tenancy.provisioning.adoption.plan.SharedPlan;
import io.aegisx.tenancy.provisioning.adoption.plan.Source;
import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Says what has to be done to adopt tables, or why it cannot be. Changes nothing. Blocks. */
@ApplicationScoped
public class AdoptionPlanner {

  private final AdminConnections connections;
  private final AdoptionRecords records;

  AdoptionPlanner(AdminConnections connections, AdoptionRecords records) {
    this.connections = connections;
    this.records = records;
  }

  /**
   * The plan, or what was planned if the adoption was begun.
   *
   * @throws AdoptionRefusedException if something stands against it
   */
  public Adoption plan(Tenant tenant, Source source) throws SQLException {
    Optional<AdoptionRecords.Begun> begun;
    try (Connection main = connections.to(connections.mainDatabase()).getConnection()) {
      begun = records.find(main, tenant.id());
    }
    return begun.isPresent()
        ? goneOnWith(tenant, source, begun.get())
        : planned(tenant, source, requireAllowed(tenant, source));
  }

  private static Adoption goneOnWith(Tenant tenant, Source source, AdoptionRecords.Begun begun) {
    if (!begun.schema().equals(source.schema())
        || !new HashSet<>(begun.tables()).equals(new HashSet<>(source.tables()))) {
      throw new AdoptionRefusedException(
          "an adoption of %s in schema %s was begun for this tenant: go on with that, or undo it"
              .formatted(String.join(", ", begun.tables()), begun.schema()));
    }
    return new Adoption(tenant, source, begun.relations(), begun.steps(), true, begun.finished());
  }

  private SourceCatalog requireAllowed(Tenant tenant, Source source) throws SQLException {
    boolean own = tenant.placement() instanceof Placement.Database;
    if (!own && !source.database().equals(connections.mainDatabase())) {
      throw new AdoptionRefusedException(
          "the tables have to be in database %s to be moved: restore a dump of them there first"
              .formatted(connections.mainDatabase()));
    }
    try (Connection connection = connections.to(source.database()).getConnection()) {
      // So that definitions name everything with its schema.
      AdminConnections.execute(connection, "SET search_path TO pg_catalog");
      List<String> reasons = new ArrayList<>();
      for (String question : objections(tenant)) {
        reasons.addAll(SourceCatalog.read(connection, source, question, row -> row.getString(1)));
      }
      if (!reasons.isEmpty()) {
        throw new AdoptionRefusedException(reasons);
      }
      SourceCatalog catalog = SourceCatalog.of(connection, source);
      requireEmpty(connection, source, catalog);
      return catalog;
    }
  }

  /**
   * What was in a column before could not be told from what is filled in, and be kept by an undo.
   */
  private static void requireEmpty(Connection connection, Source source, SourceCatalog catalog)
      throws SQLException {
    for (SourceCatalog.Table table : catalog.tables()) {
      if (table.empty()
          && !AdminConnections.texts(connection, Filling.anyValue(source, table)).isEmpty()) {
        throw new AdoptionRefusedException(
            table.name() + " has a column tenant_id already, and it is not empty");
      }
    }
  }

  private static List<String> objections(Tenant tenant) {
    Placement placement = tenant.placement();
    if (placement instanceof Placement.Database) {
      return ObjectionSql.staying();
    }
    return placement instanceof Placement.Shared
        ? ObjectionSql.sharing(placement.schema())
        : ObjectionSql.moving(placement.schema());
  }

  private Adoption planned(Tenant tenant, Source source, SourceCatalog catalog) {
    String owner = connections.adminRole();
    Placement placement = tenant.placement();
    if (placement instanceof Placement.Database) {
      List<AdoptionStep> steps = DatabasePlan.steps(source, catalog, connections.runtimeRole());
      return new Adoption(tenant, source, List.of(), steps, false, false);
    }
    List<AdoptionStep> steps =
        placement instanceof Placement.Shared
            ? new SharedPlan(tenant.id(), source, catalog, owner).steps()
            : SchemaPlan.steps(tenant.id(), source, catalog, placement.schema(), owner);
    return new Adoption(tenant, source, catalog.moving(), steps, false, false);
  }
}
