package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.adoption.AdoptionTenants.Wanted;
import io.aegisx.tenancy.provisioning.adoption.plan.AdoptionStep;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Plans adoptions, runs them, and takes them back. */
@ApplicationScoped
public class Adoptions {

  private final AdoptionTenants tenants;
  private final AdoptionPlanner planner;
  private final AdoptionRun run;
  private final AdminConnections connections;
  private final BlockingDoor blocking;

  Adoptions(
      AdoptionTenants tenants,
      AdoptionPlanner planner,
      AdoptionRun run,
      AdminConnections connections,
      BlockingDoor blocking) {
    this.tenants = tenants;
    this.planner = planner;
    this.run = run;
    this.connections = connections;
    this.blocking = blocking;
  }

  /** The database in which tables have to be that tenants share, or that move into a schema. */
  public String mainDatabase() {
    return connections.mainDatabase();
  }

  /**
   * What is to be done, or is left to do. Changes nothing.
   *
   * @throws AdoptionRefusedException through the answer, if something stands against it
   */
  public Uni<Adoption> plan(Wanted wanted) {
    return tenants
        .find(wanted)
        .flatMap(tenant -> blocking.run(() -> planner.plan(tenant, wanted.source())));
  }

  /** Does all that can be done while the old application is at work. */
  public Uni<Void> prepare(Adoption adoption, AdoptionRun.Listener listener) {
    return staysWhereItIs(adoption)
        ? Uni.createFrom().voidItem()
        : tenants
            .ensure(adoption.tenant())
            .flatMap(tenant -> blocking.run(() -> prepared(adoption, listener)))
            .replaceWithVoid();
  }

  /** Makes the switch, once all else is prepared: the data is the tenant's. */
  public Uni<Tenant> finish(Adoption adoption, AdoptionRun.Listener listener) {
    return staysWhereItIs(adoption)
        ? blocking
            .run(() -> admitted(adoption, listener))
            .flatMap(admitted -> tenants.ensure(adoption.tenant()))
        : blocking.run(() -> switched(adoption, listener)).map(Adoption::tenant);
  }

  /**
   * Takes back all that was prepared. The tenant stays, without the data.
   *
   * @throws AdoptionRefusedException through the answer, if the switch was made
   */
  public Uni<Void> undo(Adoption adoption, AdoptionRun.Listener listener) {
    return staysWhereItIs(adoption)
        ? Uni.createFrom().voidItem()
        : blocking.run(() -> undone(adoption, listener)).replaceWithVoid();
  }

  private static boolean staysWhereItIs(Adoption adoption) {
    return adoption.tenant().placement() instanceof Placement.Database;
  }

  private Adoption prepared(Adoption adoption, AdoptionRun.Listener listener) throws SQLException {
    run.prepare(adoption, listener);
    return adoption;
  }

  private Adoption switched(Adoption adoption, AdoptionRun.Listener listener) throws SQLException {
    run.finish(adoption, listener);
    return adoption;
  }

  private Adoption undone(Adoption adoption, AdoptionRun.Listener listener) throws SQLException {
    run.undo(adoption, listener);
    return adoption;
  }

  private Adoption admitted(Adoption adoption, AdoptionRun.Listener listener) throws SQLException {
    List<AdoptionStep> steps = adoption.steps();
    listener.begins(0, steps.get(0));
    AdminConnections.execute(
        connections.to(adoption.source().database()), steps.get(0).sql().toArray(String[]::new));
    listener.ended(0, steps.get(0));
    return adoption;
  }
}
