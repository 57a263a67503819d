package io.aegisx.tenancy.provisioning.purge;

import io.aegisx.tenancy.blocking.Uncancelled;
import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.onboarding.Purge;
import io.aegisx.tenancy.registry.onboarding.Purges;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Purges a tenant at once, for someone who waits for it, and tells of purges. */
@ApplicationScoped
public class TenantPurge {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Purges purges;
  private final PurgeWorkflow workflow;
  private final PurgeSettings settings;
  private final Duration longestWait;

  TenantPurge(
      Purges purges, PurgeWorkflow workflow, PurgeSettings settings, DatabaseSettings database) {
    this.purges = purges;
    this.workflow = workflow;
    this.settings = settings;
    this.longestWait = database.timeout();
  }

  /**
   * Drops the storage of a tenant that is deleted already, then forgets the tenant. If it fails, it
   * is tried again; if it takes too long, it goes on without the caller.
   */
  public Uni<Void> run(Tenant tenant) {
    return Uncancelled.of(() -> purges.request(tenant.id()).chain(() -> runOrWait(tenant)))
        .ifNoItem()
        .after(longestWait)
        .fail();
  }

  private Uni<Void> runOrWait(Tenant tenant) {
    return purges
        .claim(tenant.id(), settings.lease())
        .flatMap(claimed -> claimed ? workflow.run(tenant) : awaitOther(tenant));
  }

  /** Somebody else is at it; without a purge the tenant has been restored meanwhile. */
  private Uni<Void> awaitOther(Tenant tenant) {
    return purges
        .of(tenant.id())
        .map(purge -> purge.orElseThrow(TenantPurge::restored))
        .onItem()
        .delayIt()
        .by(POLL)
        .repeat()
        .until(purge -> purge.finishedAt() != null)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static ProblemException restored() {
    return new ProblemException(ErrorCode.CONFLICT, "The tenant was restored meanwhile");
  }

  /** Whether a tenant is being purged: then there is no way back. */
  public Uni<Boolean> isBegun(Tenant tenant) {
    return purges.of(tenant.id()).map(Optional::isPresent);
  }

  /** Purges, the newest first, after one. */
  public Uni<List<Purge>> list(Optional<UUID> after, int limit) {
    return purges.list(after, limit);
  }
}
