package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.database.StorageFailures;
import io.aegisx.tenancy.prover.ProverSettings;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Probe;
import io.aegisx.tenancy.prover.trial.Trial;
import io.aegisx.tenancy.provisioning.guard.SelfCheck;
import io.aegisx.tenancy.registry.TenantQuery;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Looks into PostgreSQL's catalogs for whatever would let tenants see each other: in the main
 * database each time, in the databases of tenants by turns.
 */
@ApplicationScoped
class CatalogProbe implements Probe {

  private static final TenantQuery OWN_DATABASE =
      new TenantQuery(
          Optional.of(TenantStatus.ACTIVE),
          Optional.empty(),
          Optional.of(Isolation.DATABASE_PER_TENANT),
          Optional.empty());

  private final SelfCheck selfCheck;
  private final TenantRepository registry;
  private final BlockingDoor blocking;
  private final ProverSettings settings;
  private volatile Optional<UUID> lastSeen = Optional.empty();

  CatalogProbe(
      SelfCheck selfCheck,
      TenantRepository registry,
      BlockingDoor blocking,
      ProverSettings settings) {
    this.selfCheck = selfCheck;
    this.registry = registry;
    this.blocking = blocking;
    this.settings = settings;
  }

  @Override
  public Uni<List<Trial>> run(List<Canary> canaries) {
    return registry
        .list(OWN_DATABASE, lastSeen.map(TenantQuery.Position::after), settings.databasesPerProof())
        .invoke(this::goOnAfter)
        .flatMap(tenants -> blocking.run(() -> look(canaries, tenants)))
        .onFailure()
        .recoverWithItem(
            failure ->
                List.of(
                    Trial.inconclusive(
                        Check.CATALOG, "the catalogs", String.valueOf(failure.getMessage()))));
  }

  private void goOnAfter(List<Tenant> tenants) {
    lastSeen =
        tenants.size() < settings.databasesPerProof()
            ? Optional.empty()
            : tenants.stream().skip(tenants.size() - 1).findFirst().map(last -> last.id().value());
  }

  private List<Trial> look(List<Canary> canaries, List<Tenant> tenants) {
    List<Trial> trials = new ArrayList<>(ask("the main database", selfCheck::closerFindings));
    Stream.concat(canaries.stream().map(Canary::tenant), tenants.stream())
        .filter(tenant -> tenant.placement() instanceof Placement.Database)
        .forEach(tenant -> trials.addAll(lookInto(tenant)));
    return trials;
  }

  private List<Trial> lookInto(Tenant tenant) {
    Placement.Database own = (Placement.Database) tenant.placement();
    return ask("the database of " + tenant.subdomain(), () -> selfCheck.closerFindings(own));
  }

  private static List<Trial> ask(String where, Callable<List<String>> question) {
    try {
      List<String> findings = question.call();
      return findings.isEmpty()
          ? List.of(Trial.held(Check.CATALOG, where))
          : findings.stream().map(found -> Trial.broken(Check.CATALOG, where, found)).toList();
    } catch (Exception failure) {
      String reason =
          StorageFailures.isUnavailable(failure)
              ? "cannot be reached"
              : String.valueOf(failure.getMessage());
      return List.of(Trial.inconclusive(Check.CATALOG, where, reason));
    }
  }
}
