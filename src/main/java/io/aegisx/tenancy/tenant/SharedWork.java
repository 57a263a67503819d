package io.aegisx.tenancy.tenant;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Lets many wait for the outcome of one piece of work without ending up in each other's context.
 *
 * <p>Whoever waits for a memoized {@code Uni} is resumed on the context of the one who started it,
 * and would go on as that one's tenant. What is shared must not depend on a tenant itself.
 */
public final class SharedWork {

  private SharedWork() {}

  /** The same work, done once; everybody goes on in their own context. */
  public static <T> Uni<T> of(Uni<T> work) {
    Uni<T> once = work.memoize().indefinitely();
    return Uni.createFrom().deferred(() -> backHere(once));
  }

  private static <T> Uni<T> backHere(Uni<T> once) {
    Context own = Vertx.currentContext();
    return own == null ? once : once.emitOn(task -> own.runOnContext(ignored -> task.run()));
  }
}
