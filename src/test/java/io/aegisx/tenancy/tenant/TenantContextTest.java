package io.aegisx.tenancy.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aegisx.tenancy.testing.Tenants;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TenantContextTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Tenant ACME = Tenants.tenant("acme", Isolation.SHARED_DATABASE);
  private static final Tenant GLOBEX = Tenants.tenant("globex", Isolation.SCHEMA_PER_TENANT);

  @AfterAll
  static void closeVertx() {
    VERTX.close();
  }

  @Test
  void nothingIsBoundOutsideOfAContext() {
    assertThrows(TenantUnboundException.class, () -> TenantContext.bind(ACME));
    assertEquals(Optional.empty(), TenantContext.bound());
    assertThrows(TenantUnboundException.class, () -> await(TenantContext.current()));
  }

  @Test
  void aContextThatManyRequestsShareIsRefused() {
    Callable<Optional<Tenant>> bindToShared =
        () -> {
          assertThrows(TenantUnboundException.class, () -> TenantContext.bind(ACME));
          return TenantContext.bound();
        };

    assertEquals(Optional.empty(), on(VERTX.getOrCreateContext(), bindToShared));
  }

  @Test
  void theSameTenantMayBeBoundTwice() {
    Callable<Optional<Tenant>> bindTwice =
        () -> {
          TenantContext.bind(ACME);
          TenantContext.bind(ACME.withStatus(TenantStatus.SUSPENDED));
          return TenantContext.bound();
        };

    assertEquals(Optional.of(ACME.id()), on(request(), bindTwice).map(Tenant::id));
  }

  @Test
  void anotherTenantIsRefusedAndTheFirstStays() {
    Callable<Optional<Tenant>> bindAnother =
        () -> {
          TenantContext.bind(ACME);
          assertThrows(TenantUnboundException.class, () -> TenantContext.bind(GLOBEX));
          return TenantContext.bound();
        };

    assertEquals(Optional.of(ACME), on(request(), bindAnother));
  }

  @Test
  void requestsDoNotSeeEachOthersTenant() {
    Context first = request();
    on(first, () -> bind(ACME));

    assertEquals(Optional.empty(), on(request(), TenantContext::bound));
    assertEquals(Optional.of(ACME), on(first, TenantContext::bound));
  }

  @Test
  void thePipelineCarriesTheTenantToOtherThreads() {
    Uni<Tenant> elsewhere =
        TenantContext.carrying(
            () ->
                Uni.createFrom()
                    .voidItem()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .flatMap(moved -> TenantContext.current()));

    assertEquals(ACME, await(TenantContext.within(VERTX, ACME, () -> elsewhere)));
  }

  @Test
  void aThreadWithoutContextHasNoTenantUnlessThePipelineCarriesOne() {
    Uni<Tenant> notCarried =
        Uni.createFrom()
            .voidItem()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .flatMap(moved -> TenantContext.current());

    assertThrows(TenantUnboundException.class, () -> await(notCarried));
  }

  @Test
  void aPipelineThatArrivesInTheContextOfAnotherTenantFails() {
    Context foreign = request();
    on(foreign, () -> bind(GLOBEX));
    Uni<Tenant> strayed =
        TenantContext.carrying(
            () ->
                Uni.createFrom()
                    .voidItem()
                    .emitOn(task -> foreign.runOnContext(ignored -> task.run()))
                    .flatMap(moved -> TenantContext.current()));

    assertThrows(
        TenantUnboundException.class,
        () -> await(TenantContext.within(VERTX, ACME, () -> strayed)));
  }

  @Test
  void workWithinATenantHasAContextOfItsOwn() {
    Context caller = request();
    CompletableFuture<Context> used = new CompletableFuture<>();
    Callable<Uni<Tenant>> crossing =
        () -> {
          TenantContext.bind(ACME);
          return TenantContext.within(
              VERTX,
              GLOBEX,
              () -> {
                used.complete(Vertx.currentContext());
                return TenantContext.current();
              });
        };

    assertEquals(GLOBEX, await(on(caller, crossing)));
    assertNotSame(caller, used.join());
    assertEquals(Optional.of(ACME), on(caller, TenantContext::bound));
  }

  @Test
  void workWithinATenantTellsItsFailure() {
    Uni<Tenant> failing =
        TenantContext.within(
            VERTX,
            ACME,
            () -> {
              throw new IllegalArgumentException("broken");
            });

    assertThrows(IllegalArgumentException.class, () -> await(failing));
  }

  private static Context request() {
    return VertxContext.createNewDuplicatedContext(VERTX.getOrCreateContext());
  }

  private static Optional<Tenant> bind(Tenant tenant) {
    TenantContext.bind(tenant);
    return TenantContext.bound();
  }

  private static <T> T on(Context context, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    context.runOnContext(
        ignored -> {
          try {
            result.complete(work.call());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    try {
      return result.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failure) {
      throw new AssertionError(failure);
    }
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(LONGEST);
  }
}
