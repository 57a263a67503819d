package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.blocking.Uncancelled;
import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.isolation.TenantPoolCreator;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.TenantDirectory;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes a pending tenant to active, and a deleted one out of the world. */
@ApplicationScoped
public class Provisioner {

  private static final Logger LOG = Logger.getLogger(Provisioner.class);
  private static final int LONGEST_ERROR = 500;

  private final ProvisioningTurns turns;
  private final TenantStorage storage;
  private final TenantRepository registry;
  private final TenantDirectory directory;
  private final TenantPoolCreator pools;
  private final Duration longestWait;

  Provisioner(
      ProvisioningTurns turns,
      TenantStorage storage,
      TenantRepository registry,
      TenantDirectory directory,
      TenantPoolCreator pools,
      DatabaseSettings settings) {
    this.turns = turns;
    this.storage = storage;
    this.registry = registry;
    this.directory = directory;
    this.pools = pools;
    this.longestWait = settings.timeout();
  }

  /**
   * Makes the tenant's storage and sets it active. If that fails it stays pending, the reason is
   * recorded, and a repeat goes on from there. If it takes too long it goes on without the caller.
   */
  public Uni<Tenant> provision(Tenant tenant) {
    return Uncancelled.of(() -> made(tenant).flatMap(this::activated).invoke(directory::forget))
        .ifNoItem()
        .after(longestWait)
        .failWith(
            () ->
                new ProblemException(
                    ErrorCode.TENANT_NOT_READY,
                    "The tenant's storage is still being made: look again later"));
  }

  private Uni<Tenant> made(Tenant tenant) {
    return turns
        .run(tenant, () -> make(tenant))
        .onFailure(failure -> !(failure instanceof TenantGoneException))
        .call(failure -> recordFailure(tenant, failure))
        .onFailure()
        .transform(Provisioner::told);
  }

  private static ProblemException told(Throwable failure) {
    return failure instanceof TenantGoneException
        ? new ProblemException(ErrorCode.TENANT_NOT_FOUND, "The tenant was deleted meanwhile")
        : new ProblemException(
            ErrorCode.TENANT_NOT_READY,
            "The tenant's storage could not be made; it stays pending: repeat to go on");
  }

  /** Active, or whatever somebody else has made of it meanwhile. */
  private Uni<Tenant> activated(Tenant tenant) {
    return registry
        .recordProvisioning(tenant.id(), Optional.empty())
        .flatMap(
            active ->
                active.isPresent()
                    ? Uni.createFrom().item(active)
                    : registry.find(TenantKey.of(tenant.id())))
        .map(found -> found.filter(now -> now.status() != TenantStatus.DELETED))
        .map(found -> found.orElseThrow(() -> told(new TenantGoneException(tenant))));
  }

  private Tenant make(Tenant tenant) throws SQLException {
    storage.make(tenant);
    return tenant;
  }

  private Uni<?> recordFailure(Tenant tenant, Throwable failure) {
    LOG.errorf(failure, "Provisioning of tenant %s failed", tenant.id());
    String reason = String.valueOf(failure.getMessage());
    return registry
        .recordProvisioning(
            tenant.id(), Optional.of(reason.substring(0, Math.min(reason.length(), LONGEST_ERROR))))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  /**
   * Drops the storage of a tenant that is deleted already, then forgets the tenant. If it takes too
   * long it goes on without the caller.
   */
  public Uni<Void> purge(Tenant tenant) {
    pools.retire(tenant.placement());
    return Uncancelled.of(
            () ->
                turns
                    .run(tenant, () -> drop(tenant))
                    .flatMap(dropped -> registry.remove(tenant.id()))
                    .invoke(() -> directory.forget(tenant)))
        .ifNoItem()
        .after(longestWait)
        .fail();
  }

  private Tenant drop(Tenant tenant) throws SQLException {
    storage.drop(tenant);
    return tenant;
  }
}
