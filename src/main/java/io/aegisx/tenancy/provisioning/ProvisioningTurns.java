package io.aegisx.tenancy.provisioning;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.database.ConnectionBudget;
import io.aegisx.tenancy.isolation.budget.FairShares;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Lets only so many tenants be provisioned at once as there are connections for it, and one tenant
 * once at a time; others wait their turn.
 */
@ApplicationScoped
public class ProvisioningTurns {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final BlockingDoor blocking;
  private final FairShares<TenantId> turns;

  ProvisioningTurns(BlockingDoor blocking, ConnectionBudget budget, Vertx vertx) {
    this.blocking = blocking;
    this.turns = new FairShares<>(vertx, budget.provisioning(), 1, LONGEST_WAIT);
  }

  /** Runs work that blocks when it is the tenant's turn. It is not broken off once it waits. */
  public <T> Uni<T> run(Tenant tenant, Callable<T> work) {
    return Uni.createFrom().emitter(emitter -> runInTurn(tenant, work, emitter));
  }

  private <T> void runInTurn(Tenant tenant, Callable<T> work, UniEmitter<? super T> emitter) {
    turns
        .take(tenant.id())
        .onFailure(emitter::fail)
        .onSuccess(
            turn ->
                blocking
                    .run(() -> thenGiveBack(tenant, work))
                    .subscribe()
                    .with(emitter::complete, emitter::fail));
  }

  private <T> T thenGiveBack(Tenant tenant, Callable<T> work) throws Exception {
    try {
      return work.call();
    } finally {
      turns.giveBack(tenant.id());
    }
  }
}
