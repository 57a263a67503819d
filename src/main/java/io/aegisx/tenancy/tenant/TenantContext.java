package io.aegisx.tenancy.tenant;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the tenant of the work at hand.
 *
 * <p>It is bound once, in two places: in the Vert.x duplicated context, where the connection pool
 * looks it up, and in the Mutiny {@link io.smallrye.mutiny.Context}, where operators find it on
 * whatever thread they run. Where neither has one, or they differ, everything here fails: no tenant
 * is never any tenant.
 */
public final class TenantContext {

  private static final String KEY = "io.aegisx.tenancy.tenant";

  private TenantContext() {}

  /**
   * Binds the tenant to the current duplicated context.
   *
   * @throws TenantUnboundException if there is no such context, or another tenant is bound to it
   */
  public static void bind(Tenant tenant) {
    Context context = Vertx.currentContext();
    if (context == null || !VertxContext.isDuplicatedContext(context)) {
      throw new TenantUnboundException("A tenant can only be bound to the context of one request");
    }
    Tenant previous = context.getLocal(KEY);
    if (previous != null && !previous.id().equals(tenant.id())) {
      throw new TenantUnboundException("Another tenant is bound to this context");
    }
    context.putLocal(KEY, tenant);
  }

  /** The tenant bound to the current duplicated context. */
  public static Optional<Tenant> bound() {
    Context context = Vertx.currentContext();
    return context == null || !VertxContext.isDuplicatedContext(context)
        ? Optional.empty()
        : Optional.ofNullable(context.<@Nullable Tenant>getLocal(KEY));
  }

  /** The tenant of this pipeline. Fails with {@link TenantUnboundException} if there is none. */
  public static Uni<Tenant> current() {
    return Uni.createFrom().context(carried -> Uni.createFrom().item(() -> agreed(carried)));
  }

  /** Runs the work with the current tenant also in its Mutiny context. */
  public static <T> Uni<T> carrying(Supplier<Uni<T>> work) {
    return current()
        .flatMap(
            tenant ->
                Uni.createFrom()
                    .deferred(work::get)
                    .withContext((uni, carried) -> put(uni, carried, tenant)));
  }

  /**
   * Runs the work for a tenant on a context of its own, for what no request started or what crosses
   * tenants: a session cached for another tenant cannot be met there. The answer arrives on the
   * context of the caller.
   */
  public static <T> Uni<T> within(Vertx vertx, Tenant tenant, Supplier<Uni<T>> work) {
    return apart(vertx, () -> startBound(tenant, work));
  }

  /** The same for work that is no tenant's: nothing is bound there. */
  public static <T> Uni<T> apart(Vertx vertx, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> elsewhere(vertx, work).emitOn(backTo(Vertx.currentContext())));
  }

  private static <T> Uni<T> elsewhere(Vertx vertx, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                freshContext(vertx)
                    .runOnContext(
                        ignored ->
                            Uni.createFrom()
                                .deferred(work::get)
                                .subscribe()
                                .with(emitter::complete, emitter::fail)));
  }

  private static Context freshContext(Vertx vertx) {
    Context fresh = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(fresh, true);
    return fresh;
  }

  private static Executor backTo(@Nullable Context caller) {
    return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
  }

  private static <T> Uni<T> startBound(Tenant tenant, Supplier<Uni<T>> work) {
    bind(tenant);
    return carrying(work);
  }

  private static <T> Uni<T> put(Uni<T> uni, io.smallrye.mutiny.Context carried, Tenant tenant) {
    carried.put(KEY, tenant);
    return uni;
  }

  private static Tenant agreed(io.smallrye.mutiny.Context carried) {
    Optional<Tenant> fromPipeline = Optional.ofNullable(carried.getOrElse(KEY, () -> null));
    Optional<Tenant> fromContext = bound();
    if (fromPipeline.isPresent()
        && fromContext.isPresent()
        && !fromPipeline.get().id().equals(fromContext.get().id())) {
      throw new TenantUnboundException("The pipeline and its context belong to different tenants");
    }
    return fromContext
        .or(() -> fromPipeline)
        .orElseThrow(() -> new TenantUnboundException("No tenant is bound here"));
  }
}
