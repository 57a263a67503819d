package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.isolation.TenantPoolCreator;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.TenantDirectory;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes a pending tenant to active, and a deleted one out of the world. */
@ApplicationScoped
public class Provisioner {

  private static final Logger LOG = Logger.getLogger(Provisioner.class);
  private static final int LONGEST_ERROR = 500;

  private final BlockingDoor blocking;
  private final TenantStorage storage;
  private final TenantRepository registry;
  private final TenantDirectory directory;
  private final TenantPoolCreator pools;

  Provisioner(
      BlockingDoor blocking,
      TenantStorage storage,
      TenantRepository registry,
      TenantDirectory directory,
      TenantPoolCreator pools) {
    this.blocking = blocking;
    this.storage = storage;
    this.registry = registry;
    this.directory = directory;
    this.pools = pools;
  }

  /**
   * Makes the tenant's storage and sets it active. If that fails it stays pending, the reason is
   * recorded, and a repeat goes on from there.
   */
  public Uni<Tenant> provision(Tenant tenant) {
    return blocking
        .run(() -> make(tenant))
        .onFailure()
        .call(failure -> recordFailure(tenant, failure))
        .onFailure()
        .transform(
            failure ->
                new ProblemException(
                    ErrorCode.TENANT_NOT_READY,
                    "The tenant's storage could not be made; it stays pending: repeat to go on"))
        .flatMap(made -> registry.recordProvisioning(tenant.id(), Optional.empty()))
        .map(active -> active.orElse(tenant))
        .invoke(directory::forget);
  }

  private Tenant make(Tenant tenant) throws java.sql.SQLException {
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

  /** Drops the storage of a tenant that is deleted already, then forgets the tenant. */
  public Uni<Void> purge(Tenant tenant) {
    pools.retire(tenant.placement());
    return blocking
        .run(() -> drop(tenant))
        .flatMap(dropped -> registry.remove(tenant.id()))
        .invoke(() -> directory.forget(tenant));
  }

  private Tenant drop(Tenant tenant) throws java.sql.SQLException {
    storage.drop(tenant);
    return tenant;
  }
}
